package dev.caudal.cluster.metrics;

import java.util.Map;
import java.util.TreeMap;

/**
 * A value that was measured.
 *
 * @param name as MSK names it
 * @param level at which it is told
 * @param unit as CloudWatch names it, for example {@code Bytes/Second}
 * @param dimensions what it is a value of: {@code Broker ID}, {@code Topic}, {@code Consumer Group}, {@code Partition}
 * @param value the value
 */
record Metric(String name, MetricLevel level, String unit, Map<String, String> dimensions, double value) {
    static final String BROKER = "Broker ID";
    static final String TOPIC = "Topic";
    static final String GROUP = "Consumer Group";
    static final String PARTITION = "Partition";

    Metric {
        dimensions = Map.copyOf(dimensions);
    }

    /** The same with one more dimension. */
    Metric of(String dimension, String of) {
        var all = new TreeMap<>(dimensions);
        all.put(dimension, of);
        return new Metric(name, level, unit, all, value);
    }
}
