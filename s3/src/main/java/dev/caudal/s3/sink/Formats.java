package dev.caudal.s3.sink;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Makes the formats that are set. */
final class Formats {

    private static final String JSON = "JsonFormat";
    private static final String BYTES = "ByteArrayFormat";
    private static final Map<String, String> TO_COME =
            Map.of("AvroFormat", "caudal-s3-avro", "ParquetFormat", "caudal-s3-parquet");

    private final AbstractConfig config;
    private final Map<String, String> settings;

    /**
     * The formats of a connector.
     *
     * @param config parsed
     * @param settings as they were given: a separator may be space, which parsing takes away
     */
    Formats(AbstractConfig config, Map<String, String> settings) {
        this.config = config;
        this.settings = settings;
    }

    ValueFormat values() {
        return format(Setting.FORMAT);
    }

    Optional<ValueFormat> keys() {
        return config.getBoolean(Setting.KEYS) ? Optional.of(format(Setting.KEYS_FORMAT)) : Optional.empty();
    }

    boolean headers() {
        if (config.getBoolean(Setting.HEADERS)) {
            String name = config.getString(Setting.HEADERS_FORMAT);
            if (!ClassNames.simple(name).equals(JSON)) {
                throw unknown(Setting.HEADERS_FORMAT, name);
            }
            return true;
        }
        return false;
    }

    JsonText json() {
        return new JsonText(config.getString(Setting.DECIMALS));
    }

    private ValueFormat format(String setting) {
        String name = config.getString(setting);
        return switch (ClassNames.simple(name)) {
            case JSON -> new JsonLines(json(), Choice.of(JsonBytes.class, config.getString(Setting.JSON_BYTES)));
            case BYTES ->
                new RawBytes(
                        config.getString(Setting.BYTES_EXTENSION),
                        settings.getOrDefault(Setting.BYTES_SEPARATOR, System.lineSeparator()));
            default -> throw unknown(setting, name);
        };
    }

    private static ConfigException unknown(String setting, String name) {
        String module = TO_COME.get(ClassNames.simple(name));
        return new ConfigException(
                setting,
                name,
                module == null
                        ? "It has to be JsonFormat or ByteArrayFormat, for headers JsonFormat."
                        : "This format comes with the module %s, which does not exist yet; JsonFormat and ByteArrayFormat do."
                                .formatted(module));
    }

    /** Refuses a format that there is not. */
    static final class Known implements ConfigDef.Validator {
        @Override
        public void ensureValid(String setting, @Nullable Object value) {
            String name = ClassNames.simple(String.valueOf(value));
            if (!name.equals(JSON) && !name.equals(BYTES)) {
                throw unknown(setting, String.valueOf(value));
            }
        }

        @Override
        public String toString() {
            return JSON + ", " + BYTES;
        }
    }
}
