package dev.caudal.dist;

import dev.caudal.testkit.TestS3;
import java.util.HashMap;
import java.util.Map;

/** The document's file for the sink with its blanks filled in, and with our class, as a stock worker needs it. */
final class SinkSettings {

    static final String BUCKET = "backup";

    private SinkSettings() {}

    /** The settings, and more or other ones in pairs. */
    static Map<String, String> of(TestS3 store, String topic, String... more) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("name", "s3-sink"),
                Map.entry("connector.class", "dev.caudal.s3.sink.S3SinkConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("topics", topic),
                Map.entry("s3.bucket.name", BUCKET),
                Map.entry("s3.part.size", "5242880"),
                Map.entry("flush.size", "100000"),
                Map.entry("key.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("key.converter.schemas.enable", "false"),
                Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("value.converter.schemas.enable", "false"),
                Map.entry("storage.class", "io.confluent.connect.s3.storage.S3Storage"),
                Map.entry("format.class", "io.confluent.connect.s3.format.json.JsonFormat"),
                Map.entry("partitioner.class", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner"),
                Map.entry("schema.compatibility", "NONE"),
                Map.entry("locale", "es_CL"),
                Map.entry("timezone", "UTC"),
                Map.entry("path.format", "YYYY-MM-dd/HH"),
                Map.entry("partition.duration.ms", "3600000"),
                Map.entry("rotate.interval.ms", "60000"),
                Map.entry("timestamp.extractor", "Record"),
                Map.entry("consumer.override.isolation.level", "read_committed")));
        settings.putAll(store.sinkSettings());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }
}
