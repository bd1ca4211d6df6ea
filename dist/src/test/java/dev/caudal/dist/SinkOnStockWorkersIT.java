package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestS3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink in Kafka Connect workers that know nothing of Caudal but a folder in their plugin.path. */
class SinkOnStockWorkersIT {
    private static final long AT = Instant.parse("2020-05-20T19:10:00Z").toEpochMilli();
    private static final String RAW = "dev.caudal.s3.sink.RawJsonConverter";

    @ParameterizedTest
    @ValueSource(strings = {"3.3", "4.3"})
    void the_documents_file_writes_its_objects_in_a_worker_of_kafka(String version) {
        try (TestKafka kafka = TestKafka.start();
                TestS3 store = TestS3.start();
                WorkerProcess worker = WorkerProcess.start(version, kafka.bootstrapServers(), "sink")) {
            store.createBucket(SinkSettings.BUCKET);
            kafka.createTopic("city", 1, Map.of("retention.ms", "-1"));
            send(kafka, List.of(message(0, AT, "{\"a\":1.10}"), message(0, AT + 60_000, "{\"a\":2}")));

            worker.client().put("s3-sink", SinkSettings.of(store, "city"));
            awaitObject(worker, store, "topics/city/2020-05-20/19/city+0+0000000000.json", "{\"a\":1.1}\n");

            worker.client().put("s3-sink", SinkSettings.of(store, "city", "value.converter", RAW, "flush.size", "1"));
            send(kafka, List.of(message(0, AT + 60_000, "{\"b\":1.10}")));
            awaitObject(worker, store, "topics/city/2020-05-20/19/city+0+0000000002.json", "{\"b\":1.10}\n");
        }
    }

    @Test
    void a_worker_that_is_killed_again_and_again_commits_each_record_once() throws Exception {
        int kills = Integer.getInteger("kills", 3);
        Random random = Seeds.random("sink-kills");
        try (TestKafka kafka = TestKafka.start();
                TestS3 store = TestS3.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "kills")) {
            store.createBucket(SinkSettings.BUCKET);
            kafka.createTopic("city", 2, Map.of("retention.ms", "-1"));
            worker.client()
                    .put(
                            "s3-sink",
                            SinkSettings.of(
                                    store,
                                    "city",
                                    "key.converter",
                                    RAW,
                                    "value.converter",
                                    RAW,
                                    "flush.size",
                                    "700",
                                    "caudal.rotate.idle.ms",
                                    "1000",
                                    "offset.flush.interval.ms",
                                    "1000"));
            int sent = 0;
            for (int kill = 0; kill < kills; kill++) {
                long before = commits(store);
                send(kafka, messages(sent, 5000));
                sent += 5000;
                int more = random.nextInt(3);
                try {
                    Eventually.holds("something is committed", () -> commits(store) > before + more);
                } catch (AssertionError e) {
                    throw new AssertionError(worker.diagnosis("s3-sink"), e);
                }
                worker.kill();
                worker.restart();
            }
            send(kafka, messages(sent, 5000));
            BucketAudit audit = new BucketAudit(store);
            for (int partition = 0; partition < 2; partition++) {
                List<String> expected = expected(kafka, partition);
                int of = partition;
                Eventually.holds(
                        "the bucket has all of partition " + partition,
                        Duration.ofMinutes(4),
                        () -> audit.messages("city", of).size() >= expected.size());
                assertThat(audit.messages("city", partition)).isEqualTo(expected);
            }
        }
    }

    private static long commits(TestS3 store) {
        return store.keys(SinkSettings.BUCKET).stream()
                .filter(key -> key.endsWith(".commit.json"))
                .count();
    }

    private static List<String> expected(TestKafka kafka, int partition) throws IOException {
        return kafka.consume("city", true).stream()
                .filter(record -> record.partition() == partition)
                .map(record -> record.offset() + " " + new String(record.key(), StandardCharsets.UTF_8) + " "
                        + new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<ProducerRecord<String, String>> messages(int from, int count) {
        List<ProducerRecord<String, String>> messages = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            messages.add(message(i % 2, AT + i, "{ \"n\": %d, \"x\": 1.%03d0 }".formatted(i, i % 1000)));
        }
        return messages;
    }

    private static ProducerRecord<String, String> message(int partition, long timestamp, String value) {
        return new ProducerRecord<>("city", partition, timestamp, "\"k" + timestamp % 7 + "\"", value);
    }

    private static void send(TestKafka kafka, List<ProducerRecord<String, String>> messages) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (ProducerRecord<String, String> message : messages) {
                var unused = producer.send(message);
            }
            producer.flush();
        }
    }

    private static void awaitObject(WorkerProcess worker, TestS3 store, String key, String content) {
        try {
            Eventually.holds(
                    key + " is in the bucket",
                    () -> store.keys(SinkSettings.BUCKET).contains(key));
        } catch (AssertionError e) {
            throw new AssertionError(worker.diagnosis("s3-sink"), e);
        }
        assertThat(store.text(SinkSettings.BUCKET, key)).isEqualTo(content);
    }
}
