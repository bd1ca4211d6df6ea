package dev.caudal.s3.sink;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;

/** The reference of all settings as Markdown: a table for each group. */
final class SettingsTable {
    private static final List<String> GROUPS = List.of(
            "S3", "Names", "Partitioner", "Rotation", "Content", "Records without a value", "Caudal", "Accepted");
    private static final String HEAD = """
            # Settings of the S3 sink

            Generated from the connector's own definition; `DefinitionTest` keeps it true. Names and defaults are those of
            Confluent's sink; those that begin with `caudal.` are ours. In a stock worker the class is
            `connector.class=dev.caudal.s3.sink.S3SinkConnector`; names of Confluent's other classes stay as they are.

            Two settings of Kafka Connect belong to a backup:

            - `consumer.override.isolation.level=read_committed` keeps out what aborted transactions wrote. A worker with
              `connector.client.config.override.policy=None` refuses it; there it is `consumer.isolation.level` of the worker.
            - `key.converter` and `value.converter` = `dev.caudal.s3.sink.RawJsonConverter` write JSON as it came, byte by byte.
              Connect's own `JsonConverter` loses the order of fields and digits of numbers, so the archive then says
              `semantic` instead of `exact`. Headers are exact with
              `header.converter=org.apache.kafka.connect.converters.ByteArrayConverter`.
            """;

    private SettingsTable() {}

    /** The whole page. */
    static String of(ConfigDef definition) {
        var page = new StringBuilder(HEAD);
        for (var group : GROUPS) {
            page.append("\n## ").append(group).append("\n\n");
            page.append("| Setting | Type | Default | Valid values | Importance | Meaning |\n");
            page.append("| --- | --- | --- | --- | --- | --- |\n");
            definition.configKeys().values().stream()
                    .filter(key -> group.equals(key.group))
                    .sorted(Comparator.comparingInt(key -> key.orderInGroup))
                    .forEach(key -> page.append(row(key)));
        }
        return page.toString();
    }

    private static String preset(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        Object preset = key.defaultValue;
        boolean nothing = preset == null || key.type == ConfigDef.Type.PASSWORD || preset.equals("");
        return nothing || preset instanceof List<?> list && list.isEmpty() ? "empty" : "`" + preset + "`";
    }

    private static String row(ConfigDef.ConfigKey key) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        key.name,
                        lower(key.type),
                        preset(key),
                        key.validator == null ? "" : cell(key.validator.toString()),
                        lower(key.importance),
                        cell(key.documentation));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
    }
}
