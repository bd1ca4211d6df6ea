package dev.caudal.s3.sink;

import dev.caudal.testkit.TestS3;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket of its own for each test, in a store that all tests of this run share. */
record TestBucket(String name) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static TestBucket create() {
        TestBucket bucket = new TestBucket("backup-" + NUMBER.incrementAndGet());
        Store.SHARED.createBucket(bucket.name());
        return bucket;
    }

    static URI endpoint() {
        return Store.SHARED.endpoint();
    }

    /** The settings of the document with its blanks filled in, and some more or other ones in pairs. */
    Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("name", "s3-sink"),
                Map.entry("topics", "city"),
                Map.entry("s3.bucket.name", name),
                Map.entry("s3.part.size", "5242880"),
                Map.entry("flush.size", "100000"),
                Map.entry("storage.class", "io.confluent.connect.s3.storage.S3Storage"),
                Map.entry("format.class", "io.confluent.connect.s3.format.json.JsonFormat"),
                Map.entry("partitioner.class", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner"),
                Map.entry("schema.compatibility", "NONE"),
                Map.entry("locale", "es_CL"),
                Map.entry("timezone", "UTC"),
                Map.entry("path.format", "YYYY-MM-dd/HH"),
                Map.entry("partition.duration.ms", "3600000"),
                Map.entry("rotate.interval.ms", "60000"),
                Map.entry("timestamp.extractor", "Record")));
        settings.putAll(Store.SHARED.sinkSettings());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    String text(String key) {
        return Store.SHARED.text(name, key);
    }

    byte[] bytes(String key) {
        return Store.SHARED
                .client()
                .getObjectAsBytes(request -> request.bucket(name).key(key))
                .asByteArray();
    }

    List<String> keys() {
        return Store.SHARED.keys(name);
    }

    /** The plain objects. */
    List<String> objects() {
        return keys().stream().filter(key -> key.startsWith("topics")).toList();
    }

    /** Deletes it with all that is in it. */
    void delete() {
        keys().forEach(key -> Store.SHARED
                .client()
                .deleteObject(request -> request.bucket(name).key(key)));
        Store.SHARED.client().deleteBucket(request -> request.bucket(name));
    }

    int openUploads() {
        return Store.SHARED
                .client()
                .listMultipartUploads(request -> request.bucket(name))
                .uploads()
                .size();
    }

    private static final class Store {
        static final TestS3 SHARED = start();

        private static TestS3 start() {
            TestS3 store = TestS3.start();
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
            return store;
        }
    }
}
