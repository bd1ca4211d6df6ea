package dev.caudal.rest;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the cluster does not answer when the proxy starts, and once when it does. */
final class ClusterWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final long PAUSE_SECONDS = 5;

    private final Admin admin;
    private final String servers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "rest-cluster");
        thread.setDaemon(true);
        return thread;
    });

    /** Only its own thread uses it. */
    private boolean away;

    ClusterWatch(Admin admin, String servers) {
        this.admin = admin;
        this.servers = servers;
    }

    void start() {
        thread.execute(this::look);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        var answer = admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                .clusterId();
        try {
            answer.get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (away) {
                LOG.atWarn().log("The Kafka cluster at {} answers now.", servers);
            }
            thread.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (!away) {
                away = true;
                LOG.atWarn()
                        .log(
                                "The Kafka cluster at {} does not answer: {} Requests fail until it does; the proxy goes on trying.",
                                servers,
                                KafkaErrors.cause(e).getMessage());
            }
            if (!thread.isShutdown()) {
                var unused = thread.schedule(this::look, PAUSE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
