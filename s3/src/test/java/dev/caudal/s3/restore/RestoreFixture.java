package dev.caudal.s3.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caudal.s3.snapshot.ClusterSnapshots;
import dev.caudal.s3.snapshot.SnapshotSettings;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestS3;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** A cluster that will be lost, a new one, and a bucket; they serve all tests of a class, each with names of its own. */
final class RestoreFixture implements AutoCloseable {
    static final String BUCKET = "backup";

    final TestS3 s3 = TestS3.start();
    final TestKafka old = TestKafka.start();
    final TestKafka target = TestKafka.start();
    final ObjectStore store;

    RestoreFixture() {
        s3.createBucket(BUCKET);
        store = open(BUCKET);
    }

    /** Writes the records of a topic into the archive of a cluster that is named like it, and topic and groups as they are. */
    void backUp(int recordsPerCommit, String topic) throws Exception {
        new TestArchive(store, topic, recordsPerCommit).write(old.consume(topic, true));
        var settings =
                new SnapshotSettings(Map.of("bootstrap.servers", old.bootstrapServers()), topic, 1, topic::equals, "");
        try (var snapshots = new ClusterSnapshots(store, settings, Clock.systemUTC())) {
            snapshots.take();
        }
    }

    Restore restore(String cluster) {
        return restore(cluster, Long.MAX_VALUE);
    }

    Restore restore(String cluster, long until) {
        return restore(store, Optional.of(cluster), until);
    }

    Restore restore(ObjectStore bucket, Optional<String> cluster, long until) {
        return new Restore(bucket, settings(cluster, until), new Quiet());
    }

    RestoreSettings settings(Optional<String> cluster, long until) {
        var all = RestoreSettings.all(Map.of("bootstrap.servers", target.bootstrapServers()));
        return new RestoreSettings(
                all.kafka(), cluster, all.topics(), "topics", until, all.replicas(), 2, true, true, false);
    }

    /** A bucket, to be closed by the caller. */
    ObjectStore open(String bucket) {
        return ObjectStore.open(new AbstractConfig(definition(), storeSettings(bucket), false));
    }

    /** Records as text, without their offsets, by partition. */
    static Map<Integer, List<String>> texts(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition, Collectors.mapping(RestoreFixture::text, Collectors.toList())));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        var headers = Arrays.stream(record.headers().toArray())
                .map(header -> header.key() + "=" + Arrays.toString(header.value()))
                .collect(Collectors.joining(","));
        return "%d %s %s %s %s"
                .formatted(
                        record.timestamp(),
                        record.timestampType(),
                        Arrays.toString(record.key()),
                        headers,
                        Objects.isNull(record.value()) ? "none" : new String(record.value(), UTF_8));
    }

    Map<String, String> storeSettings(String bucket) {
        var settings = new HashMap<>(s3.sinkSettings());
        settings.put("s3.bucket.name", bucket);
        return settings;
    }

    private static ConfigDef definition() {
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        return definition;
    }

    @Override
    public void close() {
        store.close();
        old.close();
        target.close();
        s3.close();
    }

    /** Hears nothing. */
    static final class Quiet implements RestoreListener {
        @Override
        public void note(String text) {}

        @Override
        public void sent(long records) {}
    }
}
