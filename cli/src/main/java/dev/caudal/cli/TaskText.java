package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tasks for people. */
final class TaskText {
    private TaskText() {}

    /** What a saved change means. */
    static String saved(JsonNode task) {
        var name = task.path("name").asText();
        var text =
                "Task %s has version %d.".formatted(name, task.path("version").asLong());
        return task.path("deployed").isNull()
                ? text
                : text
                        + " It counts from the next 'caudal task run %s' on; 'caudal task diff %s' shows what will change."
                                .formatted(name, name);
    }

    /** What it does: load, changes, or both. */
    static String mode(JsonNode task) {
        if (!task.path("managed").asBoolean()) {
            return "-";
        }
        boolean loads = task.path("fullLoad").asBoolean();
        return loads && task.path("applyChanges").asBoolean() ? "load+changes" : loads ? "load" : "changes";
    }

    /** Applied changes by kind, and rows that could not be sent where there are some. */
    static String changes(JsonNode changes) {
        long errors = changes.path("dataErrors").asLong();
        return "inserts %,d  updates %,d  deletes %,d  ddl %,d%s"
                .formatted(
                        changes.path("inserts").asLong(),
                        changes.path("updates").asLong(),
                        changes.path("deletes").asLong(),
                        changes.path("ddl").asLong(),
                        errors == 0 ? "" : "  data errors %,d".formatted(errors));
    }

    /** Its versions: the saved one, and the one that runs where that is another. */
    static String version(JsonNode task) {
        var saved = task.path("version").asText("-");
        var deployed = task.path("deployed");
        return deployed.isNull() || deployed.asText().equals(saved)
                ? saved
                : saved + " (runs " + deployed.asText() + ")";
    }

    /** A word, or a dash in place of none. */
    static String word(JsonNode value) {
        return value.isNull() || value.asText().isEmpty() ? "-" : value.asText();
    }

    /** Its included or excluded patterns. */
    static String patterns(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.isTextual() ? each.asText() : included(each))
                .collect(Collectors.joining(", "));
    }

    private static String included(JsonNode include) {
        var order = include.path("order").asText();
        return include.path("pattern").asText() + (order.equals("normal") ? "" : " (" + order + ")");
    }
}
