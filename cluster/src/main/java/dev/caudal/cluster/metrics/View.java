package dev.caudal.cluster.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of a cluster at a moment.
 *
 * @param time when its brokers were asked
 * @param samples by the brokers' numbers, of all of them; empty for those that did not answer
 * @param lags of its groups, when they were last looked at
 */
record View(Instant time, Map<Integer, Optional<Sample>> samples, List<GroupLag> lags) {
    private static final Map<String, MetricTable.Scope> SCOPES = MetricTable.load().stream()
            .collect(Collectors.toMap(MetricTable.Row::name, MetricTable.Row::scope, (one, other) -> one));

    View {
        samples = Map.copyOf(samples);
        lags = List.copyOf(lags);
    }

    /** The metrics of a level, those of the cluster first. */
    List<Metric> metrics(MetricLevel level) {
        var all = new ArrayList<Metric>();
        controllers().ifPresent(count -> all.add(count("ActiveControllerCount", count)));
        controller()
                .ifPresent(sample -> sample.metrics().stream()
                        .filter(each -> scope(each) == MetricTable.Scope.CONTROLLER)
                        .forEach(all::add));
        new TreeMap<>(samples).forEach((broker, sample) -> {
            all.add(OwnMetric.SESSION.of(session(sample).value(), Map.of(Metric.BROKER, broker.toString())));
            sample.ifPresent(it -> it.metrics().stream()
                    .filter(each -> level.includes(each.level()))
                    .filter(each -> scope(each) == MetricTable.Scope.BROKER || scope(each) == MetricTable.Scope.TOPIC)
                    .forEach(each -> all.add(each.of(Metric.BROKER, broker.toString()))));
        });
        all.addAll(LagMetrics.of(lags, level));
        return all;
    }

    /** How many brokers say that they are the controller in office; empty when no broker answers. */
    OptionalDouble controllers() {
        return samples.values().stream()
                .flatMap(Optional::stream)
                .mapToDouble(sample -> sample.value("ActiveControllerCount").orElse(0))
                .reduce(Double::sum);
    }

    /** What the controller in office tells. */
    Optional<Sample> controller() {
        return samples.values().stream()
                .flatMap(Optional::stream)
                .filter(sample -> sample.value("ActiveControllerCount").orElse(0) > 0)
                .findFirst();
    }

    static SessionState session(Optional<Sample> sample) {
        return sample.map(Sample::session).orElse(SessionState.NOT_CONNECTED);
    }

    private static MetricTable.Scope scope(Metric metric) {
        return metric.dimensions().containsKey(Metric.TOPIC)
                ? MetricTable.Scope.TOPIC
                : SCOPES.getOrDefault(metric.name(), MetricTable.Scope.BROKER);
    }

    private static Metric count(String name, double value) {
        return new Metric(name, MetricLevel.DEFAULT, "Count", Map.of(), value);
    }
}
