package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kafka.model.EnhancedMonitoring;

/** What is measured of one cluster. */
class MetricsIT {
    @TempDir
    private static Path root;

    private static TestPlane plane;
    private static Telemetry telemetry;
    private static String arn;

    @BeforeAll
    static void start() throws Exception {
        plane = new TestPlane(root);
        telemetry = new Telemetry(plane);
        arn = plane.create(TestPlane.request("m", 2)
                .enhancedMonitoring(EnhancedMonitoring.PER_TOPIC_PER_PARTITION)
                .openMonitoring(open -> open.prometheus(
                        prometheus -> prometheus.jmxExporter(exporter -> exporter.enabledInBroker(true)))));
        var traffic = new Traffic(plane.bootstrap(arn), "t");
        traffic.createTopic();
        for (var value : List.of("one", "two", "three")) {
            traffic.send(value);
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", plane.bootstrap(arn)))) {
            admin.alterConsumerGroupOffsets("g", Map.of(new TopicPartition("t", 0), new OffsetAndMetadata(1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @Test
    void the_levels_have_the_names_of_amazon_and_lags_of_groups_are_among_them() {
        var json = telemetry.await(
                arn, now -> value(now, "SumOffsetLag", Map.of("Consumer Group", "g", "Topic", "t")) == 2);

        assertThat(value(json, "ActiveControllerCount", Map.of())).isEqualTo(1);
        assertThat(value(json, "OfflinePartitionsCount", Map.of())).isZero();
        assertThat(value(json, "UnderReplicatedPartitions", Map.of("Broker ID", "1")))
                .isZero();
        assertThat(value(json, "ProduceTotalTimeMsMean", Map.of("Broker ID", "1"))
                        + value(json, "ProduceTotalTimeMsMean", Map.of("Broker ID", "2")))
                .isPositive();
        assertThat(value(json, "KafkaDataLogsDiskUsed", Map.of("Broker ID", "2")))
                .isBetween(0.1, 100.0);
        assertThat(value(json, "OffsetLag", Map.of("Consumer Group", "g", "Topic", "t", "Partition", "0")))
                .isEqualTo(2);
        assertThat(value(json, "EstimatedMaxTimeLag", Map.of("Consumer Group", "g", "Topic", "t")))
                .isNotNegative();
        assertThat(names(json))
                .contains("FetchConsumerTotalTimeMsMean", "MessagesInPerSec", "CpuUser", "HeapMemoryAfterGC");
        assertThat(plane.describe(arn).enhancedMonitoringAsString()).isEqualTo("PER_TOPIC_PER_PARTITION");
    }

    @Test
    void prometheus_finds_the_names_of_open_monitoring_at_each_broker() throws Exception {
        telemetry.await(arn, now -> value(now, "SumOffsetLag", Map.of("Consumer Group", "g", "Topic", "t")) == 2);
        var all = new StringBuilder();
        for (var node :
                plane.client().listNodes(request -> request.clusterArn(arn)).nodeInfoList()) {
            var text = Telemetry.text(
                    "http://%s:11001/metrics".formatted(node.brokerNodeInfo().clientVpcIpAddress()),
                    Duration.ofMinutes(1));
            assertThat(text)
                    .contains(
                            "kafka_server_BrokerTopicMetrics_OneMinuteRate{name=\"BytesInPerSec\"",
                            "kafka_server_ReplicaManager_Value{name=\"UnderReplicatedPartitions\"",
                            "kafka_network_RequestMetrics_Mean{name=\"TotalTimeMs\",request=\"Produce\"");
            all.append(text);
        }
        assertThat(all.toString()
                        .lines()
                        .filter(line -> line.startsWith("kafka_consumer_group_ConsumerLagMetrics_Value{groupId=\"g\","
                                + "name=\"SumOffsetLag\",topic=\"t\"}")))
                .as("once, at the broker that keeps the group")
                .singleElement()
                .asString()
                .endsWith(" 2.0");
    }

    @Test
    void a_broker_that_hangs_is_noticed_and_forgotten_when_it_goes_on() throws Exception {
        Signal.STOP.send(plane, "m.b-2");
        try {
            plane.await(arn, "HEALING");
            assertThat(plane.describe(arn).stateInfo().message()).contains("Broker 2 runs and has not answered for");
            var json = telemetry.await(arn, now -> has(now, "broker-hangs") && has(now, "under-replicated-partitions"));
            assertThat(json.at("/sessions/2").asText()).isEqualTo("NOT_CONNECTED");
            assertThat(value(json, "ZooKeeperSessionState", Map.of("Broker ID", "2")))
                    .isZero();
        } finally {
            Signal.CONT.send(plane, "m.b-2");
        }
        plane.await(arn, "ACTIVE");
        var json = telemetry.await(arn, now -> now.path("alarms").isEmpty());
        assertThat(json.path("events"))
                .extracting(event -> event.path("event").asText())
                .contains("broker-hangs", "broker-hangs-over", "under-replicated-partitions-over");
    }

    private static boolean has(JsonNode json, String alarm) {
        return StreamSupport.stream(json.path("alarms").spliterator(), false)
                .anyMatch(each -> each.path("alarm").asText().equals(alarm));
    }

    private static double value(JsonNode json, String name, Map<String, String> dimensions) {
        return StreamSupport.stream(json.path("metrics").spliterator(), false)
                .filter(metric -> metric.path("name").asText().equals(name))
                .filter(metric -> metric.path("dimensions").size() == dimensions.size()
                        && dimensions.entrySet().stream()
                                .allMatch(each -> metric.path("dimensions")
                                        .path(each.getKey())
                                        .asText()
                                        .equals(each.getValue())))
                .mapToDouble(metric -> metric.path("value").asDouble())
                .findFirst()
                .orElse(-1);
    }

    private static List<String> names(JsonNode json) {
        return StreamSupport.stream(json.path("metrics").spliterator(), false)
                .map(metric -> metric.path("name").asText())
                .distinct()
                .toList();
    }
}
