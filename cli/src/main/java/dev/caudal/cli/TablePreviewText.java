package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.Count;

/** What would be sent of rows of a table, for people or as JSON. */
final class TablePreviewText {
    private TablePreviewText() {}

    static void print(Terminal terminal, JsonNode preview, boolean json) {
        var out = terminal.out();
        if (json) {
            out.println(preview.toPrettyString());
            out.flush();
            return;
        }
        var table = new Table("OUTCOME", "TOPIC", "PARTITION", "KEY", "DATA");
        for (var row : preview.path("items")) {
            var outcome = row.path("outcome").asText();
            var what = outcome.equals("sent")
                    ? row.path("data").toString()
                    : row.path("row").asText()
                            + (row.has("reason") ? ": " + row.path("reason").asText() : "");
            table.row(
                    outcome,
                    row.path("topic").asText("-"),
                    row.path("partition").asText("-"),
                    row.path("key").isTextual() ? row.path("key").asText() : "-",
                    what);
        }
        table.print(out);
        terminal.note("Nothing is saved. Tried: %s of %s."
                .formatted(
                        Count.of(preview.path("items").size(), "row"),
                        preview.path("table").asText()));
    }
}
