package dev.caudal.connect;

import java.util.Map;
import java.util.Set;

/** What is added to the settings of a file whose connector is our sink. */
final class OwnSink {
    /** The key of a file that leaves its JSON converter as it is when {@code false}; read here only. */
    static final String RAW = "caudal.json.raw";

    static final String VALUE_CONVERTER = "value.converter";

    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";
    private static final Set<String> JSON_NAMES = Set.of(JSON, "JsonConverter", "Json");
    private static final String RAW_CONVERTER = "dev.caudal.s3.sink.RawJsonConverter";
    private static final String ISOLATION = "consumer.override.isolation.level";

    private OwnSink() {}

    /** Completes settings, of which {@code caudal.json.raw} is taken away. */
    static void complete(Map<String, String> settings, WorkerFile worker) {
        boolean raw = !"false".equals(settings.remove(RAW));
        boolean isPlainJson = JSON_NAMES.contains(settings.getOrDefault(VALUE_CONVERTER, ""))
                && "false".equals(settings.get(VALUE_CONVERTER + ".schemas.enable"));
        if (raw && isPlainJson) {
            settings.put(VALUE_CONVERTER, RAW_CONVERTER);
        }
        if (!worker.settings().containsKey("connector.client.config.override.policy")) {
            settings.putIfAbsent(ISOLATION, "read_committed");
        }
    }
}
