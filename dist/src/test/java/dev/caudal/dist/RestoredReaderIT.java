package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caudal.s3.restore.Restore;
import dev.caudal.s3.restore.RestoreListener;
import dev.caudal.s3.restore.RestoreSettings;
import dev.caudal.s3.snapshot.ClusterSnapshots;
import dev.caudal.s3.snapshot.SnapshotSettings;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.NodeProgram;
import dev.caudal.testkit.Npm;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestS3;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The document's Node program, before its cluster is lost and after it was restored. */
class RestoredReaderIT {
    private static final String TOPIC = "world.city";
    private static final String GROUP = "node-readers";
    private static final int PARTITIONS = 2;
    private static final int READ = 60;
    private static final int ALL = 100;

    @Test
    void the_node_client_goes_on_at_the_record_after_its_last_acknowledged_one() throws Exception {
        assumeTrue(Npm.isPossible(), "There is no Node here");
        var packages = Npm.install();
        try (TestS3 s3 = TestS3.start()) {
            s3.createBucket(SinkSettings.BUCKET);
            List<String> left;
            try (TestKafka lost = TestKafka.start()) {
                lost.createTopic(TOPIC, PARTITIONS);
                send(lost, 0, READ);
                try (RestProxyProcess proxy = new RestProxyProcess(lost.bootstrapServers());
                        NodeProgram program = NodeProgram.start(packages, proxy.port(), GROUP, TOPIC)) {
                    Eventually.holds(
                            "Node has acknowledged something",
                            () -> acknowledged(lost).values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum()
                                    > 0);
                    program.kill();
                }
                send(lost, READ, ALL);
                backUp(lost, s3);
                var acknowledged = acknowledged(lost);
                left = values(lost, acknowledged);
                assertThat(left).isNotEmpty().hasSizeLessThan(ALL);
            }
            try (TestKafka found = TestKafka.start()) {
                restore(s3, found);
                try (RestProxyProcess proxy = new RestProxyProcess(found.bootstrapServers());
                        NodeProgram program = NodeProgram.start(packages, proxy.port(), GROUP, TOPIC)) {
                    program.await(left.size(), 180);
                    var restored = new HashMap<NodeProgram.Place, String>();
                    found.consume(TOPIC, false)
                            .forEach(record -> restored.put(
                                    new NodeProgram.Place(record.partition(), record.offset()),
                                    new String(record.value(), StandardCharsets.UTF_8)));
                    assertThat(program.places().stream().map(restored::get)).containsExactlyInAnyOrderElementsOf(left);
                }
            }
        }
    }

    /** Each in a transaction of its own, whose marker takes an offset. */
    private static void send(TestKafka kafka, int from, int to) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "sender");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (int i = from; i < to; i++) {
                producer.beginTransaction();
                var unused = producer.send(new ProducerRecord<>(TOPIC, i % PARTITIONS, "\"k\"", "{\"n\":" + i + "}"));
                producer.commitTransaction();
            }
        }
    }

    private static Map<TopicPartition, Long> acknowledged(TestKafka kafka) throws Exception {
        var offsets = new HashMap<TopicPartition, Long>();
        kafka.admin()
                .listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, place) -> offsets.put(partition, place.offset()));
        return offsets;
    }

    private static List<String> values(TestKafka kafka, Map<TopicPartition, Long> from) {
        var values = new ArrayList<String>();
        kafka.consume(TOPIC, true).forEach(record -> {
            long place = from.getOrDefault(new TopicPartition(TOPIC, record.partition()), 0L);
            if (record.offset() >= place) {
                values.add(new String(record.value(), StandardCharsets.UTF_8));
            }
        });
        return values;
    }

    private static void backUp(TestKafka kafka, TestS3 s3) throws Exception {
        String raw = "dev.caudal.s3.sink.RawJsonConverter";
        try (WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "backup");
                ObjectStore store = open(s3)) {
            worker.client()
                    .put(
                            "s3-sink",
                            SinkSettings.of(
                                    s3,
                                    TOPIC,
                                    "key.converter",
                                    raw,
                                    "value.converter",
                                    raw,
                                    "caudal.rotate.idle.ms",
                                    "500"));
            BucketAudit bucket = new BucketAudit(s3);
            try {
                Eventually.holds(
                        "the bucket has all",
                        () -> bucket.messages(TOPIC, 0).size()
                                        + bucket.messages(TOPIC, 1).size()
                                == ALL);
            } catch (AssertionError e) {
                throw new AssertionError(worker.diagnosis("s3-sink"), e);
            }
            var settings = new SnapshotSettings(
                    Map.of("bootstrap.servers", kafka.bootstrapServers()), "default", 1, TOPIC::equals, "");
            try (var snapshots = new ClusterSnapshots(store, settings, Clock.systemUTC())) {
                snapshots.take();
            }
        }
    }

    private static void restore(TestS3 s3, TestKafka kafka) throws Exception {
        try (ObjectStore store = open(s3)) {
            var settings = RestoreSettings.all(Map.of("bootstrap.servers", kafka.bootstrapServers()));
            var report = new Restore(store, settings, new Quiet()).run();
            assertThat(report.records()).isEqualTo(ALL);
        }
    }

    private static ObjectStore open(TestS3 s3) {
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        var settings = new HashMap<>(s3.sinkSettings());
        settings.put(StoreDefinition.BUCKET, SinkSettings.BUCKET);
        return ObjectStore.open(new AbstractConfig(definition, settings, false));
    }

    private static final class Quiet implements RestoreListener {
        @Override
        public void note(String text) {}

        @Override
        public void sent(long records) {}
    }
}
