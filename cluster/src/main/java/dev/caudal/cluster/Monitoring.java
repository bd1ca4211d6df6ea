package dev.caudal.cluster;

import dev.caudal.cluster.metrics.MetricLevel;
import java.util.stream.Stream;

/**
 * How much is measured of a cluster, and for whom.
 *
 * @param level how much, with MSK's names
 * @param jmxExporter whether the brokers' figures are served for Prometheus
 * @param nodeExporter whether the machine's are
 */
record Monitoring(MetricLevel level, boolean jmxExporter, boolean nodeExporter) {
    /** What a cluster has that was not asked for any. */
    static final Monitoring USUAL = new Monitoring(MetricLevel.DEFAULT, false, false);

    /** Reads what a request says of it; the rest stays as it was. */
    Monitoring with(Fields request) {
        if (logs(request.object("loggingInfo").object("brokerLogs"))) {
            throw ApiError.notBuilt("loggingInfo", "The delivery of brokers' logs");
        }
        var wanted = request.constant("enhancedMonitoring", MetricLevel.class).orElse(level);
        if (!request.has("openMonitoring")) {
            return new Monitoring(wanted, jmxExporter, nodeExporter);
        }
        var exporters = request.object("openMonitoring").object("prometheus");
        if (enabled(exporters, "nodeExporter")) {
            throw ApiError.notBuilt("nodeExporter", "The node exporter of Prometheus");
        }
        return new Monitoring(wanted, enabled(exporters, "jmxExporter"), enabled(exporters, "nodeExporter"));
    }

    private static boolean logs(Fields brokers) {
        return Stream.of("cloudWatchLogs", "firehose", "s3")
                .anyMatch(each -> brokers.object(each).flag("enabled").orElse(false));
    }

    private static boolean enabled(Fields exporters, String name) {
        return exporters.object(name).flag("enabledInBroker").orElse(false);
    }
}
