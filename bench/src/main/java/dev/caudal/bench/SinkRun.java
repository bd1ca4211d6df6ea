package dev.caudal.bench;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets a sink write a topic into a bucket, from its first request until the last record is committed.
 *
 * @param part what is measured
 * @param settings its sizes
 * @param topic the name of a topic that is full
 * @param bucket the name of an empty bucket
 * @param store where the bucket is
 * @param servers the broker
 */
record SinkRun(S3Part part, S3Settings settings, String topic, String bucket, URI store, String servers) {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Writes all and removes the connector. */
    Usage measure(Worker worker, BenchBucket target, Usage.Processes processes) throws InterruptedException {
        worker.client().put(bucket, connector());
        try {
            target.awaitFirst(LIMIT);
            var begin = processes.now();
            while (!target.awaitCommitted(settings.records(), LOOK)) {
                worker.requireRunning(bucket);
                if (processes.now().since(begin).seconds() > LIMIT.toSeconds()) {
                    throw new BenchFailure("The sink has committed %d of %d records in %d s."
                            .formatted(target.committed(), settings.records(), LIMIT.toSeconds()));
                }
            }
            var used = processes.now().since(begin);
            if (target.committed() != settings.records()) {
                throw new BenchFailure("%d records are committed where %d are right."
                        .formatted(target.committed(), settings.records()));
            }
            return used;
        } finally {
            worker.client().delete(bucket);
        }
    }

    /** The document's file with its blanks filled in. */
    private Map<String, String> connector() {
        var connector = new HashMap<>(Map.ofEntries(
                Map.entry("connector.class", "dev.caudal.s3.sink.S3SinkConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("topics", topic),
                Map.entry("s3.region", "us-east-1"),
                Map.entry("s3.bucket.name", bucket),
                Map.entry("s3.part.size", Integer.toString(SdkUpload.PART)),
                Map.entry("flush.size", Integer.toString(settings.flushSize())),
                Map.entry("storage.class", "io.confluent.connect.s3.storage.S3Storage"),
                Map.entry("format.class", "io.confluent.connect.s3.format.json.JsonFormat"),
                Map.entry("partitioner.class", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner"),
                Map.entry("schema.compatibility", "NONE"),
                Map.entry("locale", "es_CL"),
                Map.entry("timezone", "UTC"),
                Map.entry("path.format", "YYYY-MM-dd/HH"),
                Map.entry("partition.duration.ms", "3600000"),
                Map.entry("timestamp.extractor", "Record"),
                Map.entry("store.url", store.toString()),
                Map.entry("aws.access.key.id", "bench"),
                Map.entry("aws.secret.access.key", "bench"),
                Map.entry("caudal.cluster.id", "bench"),
                Map.entry("caudal.kafka.bootstrap.servers", servers),
                // What the launcher adds.
                Map.entry("consumer.override.receive.buffer.bytes", "-1"),
                Map.entry("consumer.override.isolation.level", "read_committed")));
        if (part == S3Part.OPEN_FILES) {
            // All stay open until memory or the end of the records closes them.
            connector.put("flush.size", Integer.toString(settings.records()));
            connector.put("caudal.rotate.idle.ms", "1000");
        } else {
            connector.put("rotate.interval.ms", "60000");
        }
        connector.putAll(part.converters());
        connector.putAll(settings.sink());
        return connector;
    }
}
