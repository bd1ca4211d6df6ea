package dev.caudal.cluster.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Lags of groups as MSK's metrics, and for Prometheus. */
final class LagMetrics {
    private static final String FAMILY = "kafka_consumer_group_ConsumerLagMetrics_Value";

    private LagMetrics() {}

    /** Those of a level: of topics at each, of partitions at the highest. */
    static List<Metric> of(Collection<GroupLag> lags, MetricLevel level) {
        var all = new ArrayList<Metric>();
        byTopic(lags).forEach((key, of) -> {
            var dimensions = Map.of(Metric.GROUP, key.get(0), Metric.TOPIC, key.get(1));
            all.add(OwnMetric.MAX_OFFSET_LAG.of(records(of).max().orElse(0), dimensions));
            all.add(OwnMetric.SUM_OFFSET_LAG.of(records(of).sum(), dimensions));
            all.add(OwnMetric.ESTIMATED_MAX_TIME_LAG.of(
                    of.stream().mapToDouble(LagMetrics::seconds).max().orElse(0), dimensions));
        });
        for (var lag : lags) {
            var dimensions = Map.of(
                    Metric.GROUP, lag.group(), Metric.TOPIC, lag.topic(), Metric.PARTITION, "" + lag.partition());
            all.add(OwnMetric.OFFSET_LAG.of((double) lag.records(), dimensions));
            all.add(OwnMetric.ESTIMATED_TIME_LAG.of(seconds(lag), dimensions));
        }
        return all.stream().filter(each -> level.includes(each.level())).toList();
    }

    /** Those of the groups that a broker keeps, so that a sum over all brokers has each once. */
    static String exposition(Collection<GroupLag> lags, int broker) {
        var kept = lags.stream().filter(lag -> lag.coordinator() == broker).toList();
        if (kept.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("# TYPE %s gauge\n".formatted(FAMILY));
        for (var metric : of(kept, MetricLevel.PER_TOPIC_PER_PARTITION)) {
            var partition = metric.dimensions().get(Metric.PARTITION);
            text.append(FAMILY)
                    .append("{groupId=\"%s\",name=\"%s\",%stopic=\"%s\"} %s\n"
                            .formatted(
                                    escaped(metric.dimensions().getOrDefault(Metric.GROUP, "")),
                                    metric.name(),
                                    partition == null ? "" : "partition=\"%s\",".formatted(partition),
                                    escaped(metric.dimensions().getOrDefault(Metric.TOPIC, "")),
                                    metric.value()));
        }
        return text.toString();
    }

    private static Map<List<String>, List<GroupLag>> byTopic(Collection<GroupLag> lags) {
        return lags.stream()
                .collect(Collectors.groupingBy(
                        lag -> List.of(lag.group(), lag.topic()),
                        () -> new TreeMap<>((one, other) -> one.toString().compareTo(other.toString())),
                        Collectors.toList()));
    }

    private static DoubleStream records(List<GroupLag> lags) {
        return lags.stream().mapToDouble(lag -> (double) lag.records());
    }

    private static double seconds(GroupLag lag) {
        return lag.time().toMillis() / 1000.0;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
