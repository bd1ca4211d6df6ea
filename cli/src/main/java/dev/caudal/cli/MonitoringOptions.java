package dev.caudal.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.kafka.model.CreateClusterRequest;

/** How much is measured of a new cluster. */
final class MonitoringOptions {
    @Option(
            names = "--enhanced-monitoring",
            paramLabel = "LEVEL",
            description = "DEFAULT, PER_BROKER, PER_TOPIC_PER_BROKER or PER_TOPIC_PER_PARTITION.")
    private @Nullable String level;

    @Option(
            names = "--prometheus",
            description = "Let each broker tell what it measures to Prometheus, on port 11001 of its address.")
    private boolean prometheus;

    void addTo(CreateClusterRequest.Builder request) {
        if (level != null) {
            request.enhancedMonitoring(level);
        }
        if (prometheus) {
            request.openMonitoring(
                    open -> open.prometheus(all -> all.jmxExporter(exporter -> exporter.enabledInBroker(true))));
        }
    }
}
