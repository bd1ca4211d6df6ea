package dev.caudal.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads selections of tables: {@code {"include": [{"pattern": …, "order": …}], "exclude": [pattern]}}. */
public final class SelectionJson {
    private SelectionJson() {}

    /**
     * A selection as JSON.
     *
     * @param tables the selection
     * @return as {@link #parse} reads it
     */
    public static ObjectNode of(TableSelection tables) {
        var json = Json.MAPPER.createObjectNode();
        var include = json.putArray("include");
        tables.include()
                .forEach(each -> include.addObject()
                        .put("pattern", each.pattern().toString())
                        .put("order", each.order().text()));
        var exclude = json.putArray("exclude");
        tables.exclude().forEach(each -> exclude.add(each.toString()));
        return json;
    }

    /**
     * Reads a selection.
     *
     * @param json the object; an included pattern may be a mere text
     * @return the selection
     * @throws Refusal naming the field that is wrong
     */
    public static TableSelection parse(JsonNode json) {
        var include = new ArrayList<TableSelection.Include>();
        for (var each : json.path("include")) {
            var field = "tables.include." + include.size();
            boolean bare = each.isTextual();
            include.add(new TableSelection.Include(
                    pattern(bare ? each : each.path("pattern"), field),
                    bare ? LoadOrder.NORMAL : order(each.path("order"), field)));
        }
        List<TablePattern> exclude = new ArrayList<>();
        for (var each : json.path("exclude")) {
            exclude.add(pattern(each, "tables.exclude." + exclude.size()));
        }
        return new TableSelection(include, exclude);
    }

    private static TablePattern pattern(JsonNode json, String field) {
        return Refusal.reading(field, () -> TablePattern.parse(json.asText()), "Correct the pattern.");
    }

    private static LoadOrder order(JsonNode json, String field) {
        if (json.isMissingNode() || json.isNull()) {
            return LoadOrder.NORMAL;
        }
        return LoadOrder.of(json.asText())
                .orElseThrow(() -> Refusal.invalid(
                        field + ".order",
                        "There is no load order '%s'.".formatted(json.asText()),
                        "Take one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(LoadOrder.values())
                                                .map(LoadOrder::text)
                                                .toList())
                                + "."));
    }
}
