package dev.caudal.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.replicate.TableRules;
import dev.caudal.replicate.TableSettings;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Definitions of tasks as JSON, the same in the API, in files and in the topic of definitions. */
public final class TaskJson {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "description",
            "profile",
            "source",
            "target",
            "fullLoad",
            "applyChanges",
            "storeChanges",
            "tables",
            "tableSettings",
            "tableRules",
            "settings");

    /** What the API adds; sent back, it is passed over. */
    private static final Set<String> READ_ONLY =
            Set.of("kind", "version", "updated", "deployed", "state", "reason", "worker", "actions", "managed");

    private static final Map<String, String> LATER = Map.of(
            "bidirectional", "two databases that replicate into each other need loopback prevention",
            "log-stream", "reading a log once for several tasks needs a place to keep it");

    private TaskJson() {}

    /** A definition without its name. */
    static ObjectNode of(TaskDefinition task) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("description", task.description())
                .put("profile", TaskDefinition.PROFILE);
        endpoint(json, "source", task.source());
        endpoint(json, "target", task.target());
        json.put("fullLoad", task.fullLoad()).put("applyChanges", task.applyChanges());
        json.set("tables", SelectionJson.of(task.tables()));
        json.set("tableSettings", TableSettings.write(task.tableSettings()));
        json.set("tableRules", task.tableRules().json());
        json.set("settings", Json.MAPPER.valueToTree(new TreeMap<>(task.settings())));
        return json;
    }

    private static void endpoint(ObjectNode json, String field, String name) {
        if (name.isEmpty()) {
            json.putNull(field);
        } else {
            json.put(field, name);
        }
    }

    /**
     * Reads a definition.
     *
     * @param json as {@link #of} gives it; what is missing has its default
     * @return the definition, checked by itself
     * @throws Refusal naming the field that is wrong
     */
    public static TaskDefinition parse(JsonNode json) {
        if (!json.isObject()) {
            throw Refusal.invalid("", "A task is a JSON object.", "Send one with name, source, target and tables.");
        }
        json.fieldNames().forEachRemaining(TaskJson::requireKnown);
        requireProfile(text(json, "profile", TaskDefinition.PROFILE));
        boolean fullLoad = flag(json, "fullLoad", true);
        boolean applyChanges = flag(json, "applyChanges", true);
        if (flag(json, "storeChanges", false)) {
            throw Refusal.invalid(
                    "storeChanges", "Store Changes does not exist yet.", "Leave it out; Apply Changes sends changes.");
        }
        if (!fullLoad && !applyChanges) {
            throw Refusal.invalid(
                    "applyChanges",
                    "The task has neither Full Load nor Apply Changes, so it would do nothing.",
                    "Choose fullLoad, applyChanges, or both.");
        }
        return new TaskDefinition(
                text(json, "description", ""),
                text(json, "source", ""),
                text(json, "target", ""),
                fullLoad,
                applyChanges,
                SelectionJson.parse(json.path("tables")),
                settings(json.path("settings")),
                read(json, "tableSettings", TableSettings::parse),
                read(json, "tableRules", TableRules::parse));
    }

    private static <T> T read(JsonNode json, String field, Function<JsonNode, T> reader) {
        return Refusal.reading(field, () -> reader.apply(json.path(field)), "Correct what is named, or leave it out.");
    }

    private static void requireKnown(String field) {
        if (!FIELDS.contains(field) && !READ_ONLY.contains(field)) {
            throw Refusal.invalid(
                    field, "A task has no field '" + field + "'.", "It has " + String.join(", ", sorted(FIELDS)) + ".");
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static void requireProfile(String profile) {
        if (!profile.equals(TaskDefinition.PROFILE)) {
            throw Refusal.invalid(
                    "profile",
                    LATER.containsKey(profile)
                            ? "The profile '%s' does not exist yet: %s.".formatted(profile, LATER.get(profile))
                            : "There is no profile '%s'.".formatted(profile),
                    "Take '%s'.".formatted(TaskDefinition.PROFILE));
        }
    }

    private static String text(JsonNode json, String field, String absent) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isTextual()) {
            throw Refusal.invalid(field, "'%s' is %s, which is no text.".formatted(field, value), "Put it in quotes.");
        }
        return value.asText();
    }

    private static boolean flag(JsonNode json, String field, boolean absent) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw Refusal.invalid(field, "'%s' is %s.".formatted(field, value), "Write true or false.");
        }
        return value.asBoolean();
    }

    private static Map<String, String> settings(JsonNode json) {
        var settings = new TreeMap<String, String>();
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw Refusal.invalid("settings", "The settings are no JSON object.", "Send names with values.");
        }
        json.properties().forEach(each -> {
            if (!each.getValue().isValueNode() || each.getValue().isNull()) {
                throw Refusal.invalid(
                        "settings." + each.getKey(),
                        "The setting '%s' is %s.".formatted(each.getKey(), each.getValue()),
                        "Give it a text, a number, true or false.");
            }
            settings.put(each.getKey(), each.getValue().asText());
        });
        return settings;
    }
}
