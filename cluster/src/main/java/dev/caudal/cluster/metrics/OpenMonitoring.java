package dev.caudal.cluster.metrics;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what brokers measure to Prometheus, on MSK's port of each broker's address. For one thread.
 */
final class OpenMonitoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMonitoring.class);

    /** MSK's port of the JMX exporter. */
    static final int PORT = 11_001;

    private final BrokerProbe probe;
    private final Supplier<List<GroupLag>> lags;
    private final Map<InetAddress, TextServer> servers = new HashMap<>();

    OpenMonitoring(BrokerProbe probe, Supplier<List<GroupLag>> lags) {
        this.probe = probe;
        this.lags = lags;
    }

    /** Serves for these brokers, and for no others any more. */
    void serve(Collection<Subject.Watched> brokers) {
        var wanted = brokers.stream().map(Subject.Watched::address).toList();
        servers.entrySet().removeIf(each -> {
            boolean gone = !wanted.contains(each.getKey());
            if (gone) {
                each.getValue().close();
            }
            return gone;
        });
        for (var broker : brokers) {
            if (!servers.containsKey(broker.address())) {
                open(broker);
            }
        }
    }

    @Override
    public void close() {
        serve(List.of());
    }

    private void open(Subject.Watched broker) {
        try {
            servers.put(
                    broker.address(),
                    TextServer.open(
                            broker.address(),
                            PORT,
                            Map.of(
                                    "/metrics",
                                    () -> probe.exposition(broker.address())
                                            + LagMetrics.exposition(lags.get(), broker.number()))));
        } catch (UncheckedIOException e) {
            LOG.atWarn()
                    .addKeyValue("broker", broker.number())
                    .addKeyValue("reason", e.getMessage())
                    .log("no metrics for Prometheus; trying again");
        }
    }
}
