package dev.caudal.replicate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;

/** The reference of all settings as Markdown: a table for each group. */
final class SettingsTable {
    private static final List<String> GROUPS = List.of("Source", "Task", "Target", "Message", "Delivery");
    private static final String HEAD = """
            # Settings of the replication connector

            Generated from the connector's own definition; `DefinitionTest` keeps it true. Beside these, a task needs three
            settings of Kafka Connect: `connector.class=dev.caudal.replicate.ReplicationConnector`,
            `exactly.once.support=required`, and `offsets.storage.topic`, a topic of the target cluster that is not the
            worker's own. `tasks.max` is 1. Settings that begin with `target.` and are not listed go to the clients of the
            target cluster, for example `target.security.protocol`.
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

    /** A default as one writes it into a file; empty for none. */
    static String preset(ConfigDef.ConfigKey key) {
        if (!key.hasDefault() || key.type == ConfigDef.Type.PASSWORD) {
            return "";
        }
        return key.defaultValue instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(key.defaultValue);
    }

    private static String row(ConfigDef.ConfigKey key) {
        String preset = key.hasDefault() ? preset(key) : "required";
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        key.name,
                        lower(key.type),
                        !key.hasDefault() ? preset : preset.isEmpty() ? "empty" : "`" + preset + "`",
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
