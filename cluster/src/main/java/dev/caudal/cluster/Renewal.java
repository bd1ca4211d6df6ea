package dev.caudal.cluster;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces the certificates that clients see before they end, while the brokers run. One thread of its own. */
final class Renewal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final long FIRST_MINUTES = 1;
    private static final long PERIOD_MINUTES = 6 * 60;

    private final Clusters clusters;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "certificates"));

    Renewal(Clusters clusters) {
        this.clusters = clusters;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::check, FIRST_MINUTES, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    /** Looks at all brokers now. */
    void check() {
        for (var cluster : clusters.all()) {
            if (cluster.state() == ClusterState.ACTIVE) {
                try {
                    check(cluster.definition());
                } catch (RuntimeException e) {
                    LOG.atError()
                            .addKeyValue("cluster", cluster.definition().arn().name())
                            .setCause(e)
                            .log("its certificates could not be renewed; the next look tries again");
                }
            }
        }
    }

    private void check(Definition cluster) {
        for (var node : cluster.nodes()) {
            if (!clusters.tls().isCurrent(cluster, node)) {
                try (var admin = new ClusterAdmin(cluster, clusters.tls())) {
                    admin.configure(node.number(), clusters.tls().renewed(cluster, node));
                }
                LOG.atInfo()
                        .addKeyValue("cluster", cluster.arn().name())
                        .addKeyValue("broker", node.number())
                        .log("has a new certificate");
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
