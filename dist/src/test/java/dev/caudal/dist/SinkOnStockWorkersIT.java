package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestS3;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
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
