package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Describes a topic. */
@Command(
        name = "describe",
        aliases = "get",
        description = "Show a topic's partitions, offsets and settings.",
        mixinStandardHelpOptions = true)
final class TopicDescribeCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "NAME", description = "The topic.")
    private String name = "";

    TopicDescribeCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (var admin = kafka.admin()) {
            var topic = Topics.describe(admin, kafka, name);
            var settings = Topics.settings(admin, kafka, name);
            var rows = rows(admin, topic);
            if (output.isJson()) {
                printJson(topic, settings, rows);
            } else {
                printTable(settings, rows);
            }
        }
        return ExitCode.OK;
    }

    private List<Row> rows(Admin admin, TopicDescription topic) throws InterruptedException {
        var starts = offsets(admin, topic, OffsetSpec.earliest());
        var ends = offsets(admin, topic, OffsetSpec.latest());
        return topic.partitions().stream()
                .map(partition -> new Row(
                        partition,
                        starts.getOrDefault(partition.partition(), 0L),
                        ends.getOrDefault(partition.partition(), 0L)))
                .toList();
    }

    private Map<Integer, Long> offsets(Admin admin, TopicDescription topic, OffsetSpec spec)
            throws InterruptedException {
        var wanted = topic.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(name, partition.partition()), partition -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                kafka.await(admin.listOffsets(wanted).all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset()));
    }

    private void printTable(Map<String, String> settings, List<Row> rows) {
        var table = new Table("PARTITION", "LEADER", "REPLICAS", "IN-SYNC", "START", "END");
        rows.forEach(row ->
                table.row(row.partition.partition(), row.leader(), row.replicas(), row.inSync(), row.start, row.end));
        table.print(root.terminal().out());
        settings.forEach((key, value) -> root.terminal().out().println(key + "=" + value));
    }

    private void printJson(TopicDescription topic, Map<String, String> settings, List<Row> rows) {
        var json = Json.MAPPER.createObjectNode();
        json.put("name", topic.name()).put("id", topic.topicId().toString());
        var partitions = json.putArray("partitions");
        for (var row : rows) {
            var partition = partitions.addObject();
            partition.put("partition", row.partition.partition()).put("leader", row.leader());
            partition.put("replicas", row.replicas()).put("inSync", row.inSync());
            partition.put("start", row.start).put("end", row.end);
        }
        settings.forEach(json.putObject("config")::put);
        root.terminal().out().println(json.toPrettyString());
    }

    private record Row(TopicPartitionInfo partition, long start, long end) {
        String leader() {
            return partition.leader() == null ? "none" : partition.leader().idString();
        }

        String replicas() {
            return ids(partition.replicas());
        }

        String inSync() {
            return ids(partition.isr());
        }

        private static String ids(List<Node> nodes) {
            return nodes.stream().map(Node::idString).collect(Collectors.joining(","));
        }
    }
}
