package dev.caudal.cluster.metrics;

import dev.caudal.testkit.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricReferenceTest {
    @Test
    void the_reference_tells_all_metrics_of_clusters() {
        var generated = new StringBuilder("""
                By the names of Amazon MSK: `caudal cluster metrics`, at the level that the cluster is asked for and those above it
                ([more](../cluster.md#metrics)). All are gauges. With open monitoring Prometheus gets the beans themselves by the names that
                MSK has, as `kafka_server_BrokerTopicMetrics_OneMinuteRate`, and lags as
                `kafka_consumer_group_ConsumerLagMetrics_Value` with the labels `groupId`, `name`, `topic`, `partition`.

                | Name | Level | Unit | Of each | Meaning |
                | --- | --- | --- | --- | --- |
                """);
        MetricTable.load().stream().map(MetricReferenceTest::row).forEach(generated::append);
        Stream.of(OwnMetric.values()).map(OwnMetric::row).forEach(generated::append);

        Golden.requireSection("metrics.md", "Clusters", generated.toString());
    }

    private static String row(MetricTable.Row row) {
        var of = switch (row.scope()) {
            case CLUSTER, CONTROLLER -> "cluster";
            case BROKER -> "broker";
            case TOPIC -> "broker, topic";
        };
        return "| `%s` | %s | %s | %s | `%s` of Kafka's `%s`%s |\n"
                .formatted(
                        row.name(),
                        row.level(),
                        row.unit(),
                        of,
                        row.attribute(),
                        row.beans(),
                        row.scope() == MetricTable.Scope.CLUSTER ? ", of all brokers together" : "");
    }
}
