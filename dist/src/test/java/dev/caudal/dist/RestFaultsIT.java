package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caudal.dist.RestReader.Kind;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.NodeProgram;
import dev.caudal.testkit.Npm;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real kills while clients read through the REST proxy. */
@Tag(Tags.FAULTS)
class RestFaultsIT {

    private static final int ROWS = 10_000;
    private static final int RECORDS = 4_000;
    private static final int KILLS = 2;

    private final Random random = Seeds.random("rest faults");

    @Test
    @Tag(Tags.LONG)
    void the_node_client_sees_no_row_twice_and_misses_none_when_workers_are_killed() throws Exception {
        assumeTrue(Npm.isPossible(), "There is no Node here");
        try (TestMariaDb database = TestMariaDb.start();
                Workload workload = new Workload(database, random, ROWS).start();
                TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "node");
                Audit audit = new Audit(kafka.bootstrapServers());
                RestProxyProcess proxy = new RestProxyProcess(kafka.bootstrapServers())) {
            kafka.createTopic(Workload.ORDERS, 3);
            try (NodeProgram program =
                    NodeProgram.start(Npm.install(), proxy.port(), "node-" + proxy.port(), Workload.ORDERS)) {
                worker.client()
                        .put(
                                "task",
                                new TaskSettings(
                                                database,
                                                kafka.bootstrapServers(),
                                                "node",
                                                Workload.ORDERS + "," + Workload.NOTES)
                                        .map());
                for (int kill = 0; kill < KILLS; kill++) {
                    int enough = program.places().size() + 1 + random.nextInt(ROWS / 4);
                    Eventually.holds("Node reads rows", () -> program.places().size() >= enough);
                    worker.kill();
                    worker.restart();
                }
                for (int kill = 0; kill < KILLS; kill++) {
                    int seen = audit.size();
                    Eventually.holds("changes flow", () -> audit.size() > seen + 100);
                    worker.kill();
                    worker.restart();
                }
                int seen = audit.size();
                Eventually.holds("changes flow again", () -> audit.size() > seen);
                workload.halt();
                Eventually.holds("the topics tell what the tables have", () -> {
                    worker.client()
                            .status("task")
                            .filter(ConnectorStatus::hasFailed)
                            .ifPresent(status -> {
                                throw new AssertionError(status.reason());
                            });
                    return audit.differences(database, Workload.ORDERS).isEmpty()
                            && audit.differences(database, Workload.NOTES).isEmpty();
                });
                assertThat(audit.faults()).isEmpty();
                List<NodeProgram.Place> topic = kafka.consume(Workload.ORDERS, true).stream()
                        .map(record -> new NodeProgram.Place(record.partition(), record.offset()))
                        .toList();
                Eventually.holds(
                        "Node has read all " + topic.size(),
                        () -> program.places().size() >= topic.size());
                System.out.println("Node read " + program.places().size() + " records; changes " + audit.size());
                assertThat(program.places()).containsExactlyInAnyOrderElementsOf(topic);
                assertThat(program.output()).doesNotContain("broke");
            }
        }
    }

    @Test
    void a_proxy_that_is_killed_repeats_nothing_acknowledged_and_loses_nothing() throws Exception {
        List<RestReader> readers = new ArrayList<>();
        try (TestKafka kafka = TestKafka.start();
                RestProxyProcess proxy = new RestProxyProcess(kafka.bootstrapServers());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            kafka.createTopic("river", 3);
            for (Kind kind : Kind.values()) {
                readers.add(new RestReader(kind, "river", proxy.port()));
            }
            int sent = 0;
            for (int kill = 0; kill <= KILLS; kill++) {
                for (int i = 0; i < RECORDS; i++) {
                    sent++;
                    var unused = producer.send(
                            new ProducerRecord<>("river", ("record " + sent).getBytes(StandardCharsets.UTF_8)));
                }
                producer.flush();
                int enough = sent - 1 - random.nextInt(RECORDS);
                Eventually.holds(
                        "all readers go on", () -> readers.stream().allMatch(reader -> reader.size() >= enough));
                if (kill < KILLS) {
                    proxy.kill();
                    proxy.restart();
                }
            }
            int all = sent;
            Eventually.holds(
                    "all readers have all records", () -> readers.stream().allMatch(reader -> reader.size() == all));
            for (RestReader reader : readers) {
                assertThat(reader.faults()).isEmpty();
            }
            System.out.println("read " + all + " records by each of " + readers.size() + " readers, came again: "
                    + readers.stream().map(RestReader::repeated).toList());
        } finally {
            for (RestReader reader : readers) {
                reader.close();
            }
        }
    }
}
