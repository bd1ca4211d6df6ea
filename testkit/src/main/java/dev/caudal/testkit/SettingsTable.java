package dev.caudal.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;

/** The reference of a connector's settings as Markdown: a table for each group. */
public final class SettingsTable {
    private SettingsTable() {}

    /**
     * The whole page.
     *
     * @param head what stands before the first group
     * @param groups in their order
     * @param definition the settings
     * @return Markdown
     */
    public static String of(String head, List<String> groups, ConfigDef definition) {
        var page = new StringBuilder(head);
        for (var group : groups) {
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

    /**
     * A default as one writes it into a file.
     *
     * @param key the setting
     * @return empty for none
     */
    public static String preset(ConfigDef.ConfigKey key) {
        if (!key.hasDefault() || key.defaultValue == null || key.type == ConfigDef.Type.PASSWORD) {
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
