package dev.caudal.connect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What is added to the settings of a file whose connector is our sink. */
final class OwnSink {
    /** The key of a file that leaves its JSON converter as it is when {@code false}; read here only. */
    static final String RAW = "caudal.json.raw";

    static final String KEY_CONVERTER = "key.converter";
    static final String VALUE_CONVERTER = "value.converter";

    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";
    private static final Set<String> JSON_NAMES = Set.of(JSON, "JsonConverter", "Json");
    private static final String RAW_CONVERTER = "dev.caudal.s3.sink.RawJsonConverter";
    private static final String ISOLATION = "consumer.override.isolation.level";

    /** By default Kafka's clients take 64 KB, which takes twice the CPU and bounds the rate of a broker far away. */
    private static final String RECEIVE_BUFFER = "consumer.override.receive.buffer.bytes";

    /** How the settings begin that lead the sink to the cluster of its topics. */
    static final String CLUSTER = "caudal.kafka.";

    private static final String BACKUP = "caudal.backup";

    private OwnSink() {}

    /** Whether the sink gives a setting to its client of the cluster. */
    static boolean givesToClient(String key) {
        return key.startsWith(CLUSTER) && AdminClientConfig.configNames().contains(key.substring(CLUSTER.length()));
    }

    /** Completes settings, of which {@code caudal.json.raw} is taken away. */
    static void complete(Map<String, String> settings, WorkerFile worker) {
        boolean raw = !"false".equals(settings.remove(RAW));
        for (var converter : List.of(KEY_CONVERTER, VALUE_CONVERTER)) {
            boolean isPlainJson = JSON_NAMES.contains(settings.getOrDefault(converter, ""))
                    && "false".equals(settings.get(converter + ".schemas.enable"));
            if (raw && isPlainJson) {
                settings.put(converter, RAW_CONVERTER);
            }
        }
        if (!worker.settings().containsKey("connector.client.config.override.policy")) {
            settings.putIfAbsent(ISOLATION, "read_committed");
            settings.putIfAbsent(RECEIVE_BUFFER, "-1");
        }
        boolean isOwn = settings.keySet().stream().anyMatch(key -> key.startsWith(CLUSTER))
                || settings.containsKey("consumer.override.bootstrap.servers");
        if (!isOwn && !"off".equalsIgnoreCase(settings.getOrDefault(BACKUP, "on"))) {
            // Without them a backup has neither the settings of topics nor the places of consumers.
            worker.clientSettings().forEach((key, value) -> settings.put(CLUSTER + key, value));
        }
    }
}
