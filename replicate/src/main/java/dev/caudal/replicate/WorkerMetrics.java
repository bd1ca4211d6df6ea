package dev.caudal.replicate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;

/** Metrics of plug-ins in the worker's own registry. Workers before Kafka 4.1 (KIP-877) do not have its types. */
final class WorkerMetrics {

    private WorkerMetrics() {}

    static void add(SourceTaskContext context, Map<String, LongSupplier> gauges) {
        PluginMetrics metrics = context.pluginMetrics();
        if (metrics == null) {
            return;
        }
        gauges.forEach((name, value) -> metrics.addMetric(
                metrics.metricName(name, "See TaskMetricsMXBean.", new LinkedHashMap<>()),
                (Gauge<Long>) (config, now) -> value.getAsLong()));
    }
}
