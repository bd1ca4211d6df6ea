package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a task is to do, as options; what is not given stays as it is. */
final class TaskFields {
    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    private @Nullable String description;

    @Option(names = "--source", paramLabel = "ENDPOINT", description = "The endpoint that is read.")
    private @Nullable String source;

    @Option(names = "--target", paramLabel = "ENDPOINT", description = "The endpoint that is written to.")
    private @Nullable String target;

    @Option(names = "--profile", paramLabel = "PROFILE", description = "unidirectional, the only one so far.")
    private @Nullable String profile;

    @Option(
            names = "--full-load",
            negatable = true,
            description = {"Send the rows that are there.", "Of the two, one that is named alone is the only one."})
    private @Nullable Boolean fullLoad;

    @Option(names = "--apply-changes", negatable = true, description = "Send every change from then on.")
    private @Nullable Boolean applyChanges;

    @Option(
            names = "--tables",
            paramLabel = "PATTERN",
            split = ",",
            description = "Tables in place of those that are selected, as in world.city or world.%%.")
    private @Nullable List<String> tables;

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            split = ",",
            description = "Tables to leave out, in place of those that are.")
    private @Nullable List<String> exclude;

    @Option(
            names = "--set",
            paramLabel = "SETTING=VALUE",
            description = "A setting of the connector; without a value its default. May be repeated.")
    private Map<String, String> settings = Map.of();

    /** Puts what was given into a task as the API has it. */
    void into(ObjectNode task) {
        put(task, "description", description);
        put(task, "source", source);
        put(task, "target", target);
        put(task, "profile", profile);
        if (fullLoad != null || applyChanges != null) {
            task.put("fullLoad", fullLoad != null ? fullLoad : !Boolean.TRUE.equals(applyChanges));
            task.put("applyChanges", applyChanges != null ? applyChanges : !Boolean.TRUE.equals(fullLoad));
        }
        put(task, "include", tables);
        put(task, "exclude", exclude);
        var all = task.withObjectProperty("settings");
        settings.forEach((name, value) -> {
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
    }

    private static void put(ObjectNode task, String field, @Nullable String value) {
        if (value != null) {
            task.put(field, value);
        }
    }

    private static void put(ObjectNode task, String field, @Nullable List<String> patterns) {
        if (patterns != null) {
            ArrayNode all = task.withObjectProperty("tables").putArray(field);
            patterns.forEach(all::add);
        }
    }
}
