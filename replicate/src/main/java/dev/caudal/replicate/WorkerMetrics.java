package dev.caudal.replicate;

import java.util.LinkedHashMap;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics of plug-ins in the worker's own registry. Workers before Kafka 4.1 (KIP-877) do not have its types. */
final class WorkerMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);

    private WorkerMetrics() {}

    static void add(SourceTaskContext context, TaskMetricsMXBean task) {
        PluginMetrics metrics = context.pluginMetrics();
        if (metrics == null) {
            return;
        }
        for (TaskGauge gauge : TaskGauge.values()) {
            add(metrics, gauge, task);
        }
    }

    private static void add(PluginMetrics metrics, TaskGauge gauge, TaskMetricsMXBean task) {
        String name = ConfigNames.of(gauge);
        try {
            metrics.addMetric(metrics.metricName(name, gauge.meaning(), new LinkedHashMap<>()), (Gauge<Long>)
                    (config, now) -> gauge.value(task));
        } catch (IllegalArgumentException e) {
            // The worker has given up an instance of this task that hangs, and keeps its metrics until it ends.
            LOG.warn("The worker still has the metric {} of an earlier instance; JMX has this one's", name);
        }
    }
}
