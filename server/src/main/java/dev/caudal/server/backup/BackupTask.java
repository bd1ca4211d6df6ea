package dev.caudal.server.backup;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sink connector of a backup: every byte of the records, the plain lines in a folder per hour, and snapshots of topics and
 * groups.
 *
 * @param name the connector's
 * @param topics a regular expression
 * @param servers of the cluster, as the worker reaches it
 * @param cluster the cluster's id
 * @param bucket settings that lead to the bucket
 * @param every how old a record gets at most before it is in the bucket, and the time between two snapshots
 * @param tasks how many tasks at most
 */
public record BackupTask(
        String name,
        String topics,
        String servers,
        String cluster,
        Map<String, String> bucket,
        Duration every,
        int tasks) {
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    /** Copies the settings. */
    public BackupTask {
        bucket = Map.copyOf(bucket);
    }

    /**
     * Its settings.
     *
     * @return as Kafka Connect takes them
     */
    public Map<String, String> configuration() {
        var settings = new TreeMap<String, String>(bucket);
        settings.putAll(Map.of(
                "name", name,
                "connector.class", "dev.caudal.s3.sink.S3SinkConnector",
                "tasks.max", Integer.toString(tasks),
                "topics.regex", topics,
                "key.converter", BYTES,
                "value.converter", BYTES,
                "header.converter", BYTES));
        settings.putAll(Map.of(
                "storage.class", "S3Storage",
                "format.class", "JsonFormat",
                "caudal.json.bytes", "verbatim",
                "behavior.on.null.values", "ignore",
                "partitioner.class", "TimeBasedPartitioner",
                "path.format", "YYYY-MM-dd/HH",
                "partition.duration.ms", "3600000",
                "locale", "en",
                "timezone", "UTC",
                "timestamp.extractor", "Record"));
        settings.putAll(Map.of(
                "flush.size",
                "100000",
                "rotate.schedule.interval.ms",
                millis(),
                "caudal.rotate.idle.ms",
                millis(),
                "caudal.cluster.id",
                cluster,
                "caudal.kafka.bootstrap.servers",
                servers,
                "caudal.snapshot.interval.ms",
                millis(),
                "consumer.override.isolation.level",
                "read_committed",
                // As large as the system finds right.
                "consumer.override.receive.buffer.bytes",
                "-1",
                "consumer.override.auto.offset.reset",
                "earliest",
                // So soon a new topic is found.
                "consumer.override.metadata.max.age.ms",
                "30000"));
        return settings;
    }

    private String millis() {
        return Long.toString(every.toMillis());
    }
}
