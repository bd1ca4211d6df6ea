package dev.caudal.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.TableId;
import dev.caudal.mysql.TablePreview;
import dev.caudal.replicate.TableRules;
import dev.caudal.replicate.TableSettings;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Of which rows to show what would become of them.
 *
 * @param table one of the source's tables, selected or not
 * @param settings what is otherwise for the table; empty for what is saved
 * @param rules what holds for all tables; empty for those that are saved
 * @param rows how many rows are tried, 1 to {@link TablePreview#MOST_ROWS}
 */
public record PreviewRequest(TableId table, Optional<TableSettings> settings, Optional<TableRules> rules, int rows) {
    private static final int USUAL_ROWS = 10;

    /**
     * Reads a request.
     *
     * @param json {@code {"table": "schema.table", "settings": {…}, "rules": […], "rows": 10}}
     * @throws Refusal naming the field that is wrong
     */
    public static PreviewRequest parse(JsonNode json) {
        var table = read("table", () -> TableId.parse(json.path("table").asText()));
        return new PreviewRequest(
                table,
                given(json, "settings")
                        .map(settings -> read(
                                "settings",
                                () -> TableSettings.parse(Json.MAPPER.valueToTree(Map.of(table.toString(), settings)))
                                        .getOrDefault(table, TableSettings.NONE))),
                given(json, "rules").map(rules -> read("rules", () -> TableRules.parse(rules))),
                rows(json.path("rows")));
    }

    /** The task with these rules. */
    TaskDefinition of(TaskDefinition task) {
        return rules.map(task::with).orElse(task);
    }

    /** The table's settings, those of the task where none are given. */
    TableSettings settings(TaskDefinition task) {
        return settings.orElseGet(() -> task.tableSettings().getOrDefault(table, TableSettings.NONE));
    }

    private static int rows(JsonNode json) {
        int rows = json.asInt(json.isMissingNode() ? USUAL_ROWS : 0);
        if (rows < 1 || rows > TablePreview.MOST_ROWS) {
            throw Refusal.invalid(
                    "rows", "'rows' is %s.".formatted(json), "Give 1 to %d.".formatted(TablePreview.MOST_ROWS));
        }
        return rows;
    }

    private static Optional<JsonNode> given(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    private static <T> T read(String field, Supplier<T> reading) {
        return Refusal.reading(field, reading, "Correct what is named.");
    }
}
