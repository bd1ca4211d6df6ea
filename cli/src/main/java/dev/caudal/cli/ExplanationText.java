package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** An explanation in lines for people. */
final class ExplanationText {
    private static final String INDENT = "                   ";

    private final JsonNode tree;
    private final boolean isUpdate;
    private final StringBuilder text = new StringBuilder();

    ExplanationText(JsonNode tree) {
        this.tree = tree;
        this.isUpdate = tree.path("operation").asText().equals("UPDATE");
    }

    @Override
    public String toString() {
        text.setLength(0);
        title();
        row();
        if (tree.has("changeSequence")) {
            line("Changed", names("changed"));
            line("Present", names("present"));
            sequence(tree.path("changeSequence"));
            position(tree.path("streamPosition"));
            transaction(tree.path("transactionId"));
            event();
        }
        return text.toString();
    }

    private void title() {
        text.append(tree.path("operation").asText())
                .append(
                        switch (tree.path("operation").asText()) {
                            case "REFRESH" -> ": a row as the full load found it";
                            case "INSERT" -> ": a new row";
                            case "UPDATE" -> ": a row with other values";
                            default -> ": a row that is gone";
                        });
        if (tree.has("table")) {
            text.append(", ").append(tree.path("table").asText());
        }
        if (tree.has("timestamp")) {
            text.append(", ").append(tree.path("timestamp").asText()).append(" UTC");
        }
        text.append("\n\n");
    }

    private void row() {
        var table = isUpdate ? new Table("  COLUMN", "OLD", "NEW", "") : new Table("  COLUMN", "VALUE", "");
        for (var column : tree.path("columns")) {
            var name = "  " + column.path("name").asText();
            var value = tree.path("operation").asText().equals("DELETE") ? column.path("old") : column.path("new");
            if (isUpdate) {
                table.row(name, column.path("old"), value, note(column));
            } else {
                table.row(name, value, note(column));
            }
        }
        var lines = new StringWriter();
        table.print(new PrintWriter(lines));
        text.append(lines).append('\n');
    }

    private String note(JsonNode column) {
        if (!column.path("present").asBoolean()) {
            return "not sent by the source";
        }
        return isUpdate && column.path("changed").asBoolean() ? "changed" : "";
    }

    private String names(String flag) {
        List<String> names = new ArrayList<>();
        for (var column : tree.path("columns")) {
            if (column.path(flag).asBoolean()) {
                names.add(column.path("name").asText());
            }
        }
        var mask =
                tree.path(flag.equals("changed") ? "changeMask" : "columnMask").asText();
        boolean all = names.size() == tree.path("columns").size();
        var which = all ? "all columns" : names.isEmpty() ? "no column" : String.join(", ", names);
        boolean isKey =
                flag.equals("changed") && tree.path("operation").asText().equals("DELETE");
        return which + (isKey ? ": of a deleted row, the primary key" : "") + " (mask " + mask + ")";
    }

    private void sequence(JsonNode part) {
        line("Change sequence", part.path("text").asText());
        more(part, "time %s, number %s".formatted(part.path("time").asText(), part.path("number")));
    }

    private void position(JsonNode part) {
        line("Stream position", part.path("text").asText());
        var file = part.path("file").asText();
        more(part, "log file %s".formatted(file));
        if (part.has("file")) {
            more(
                    part,
                    "rows event from %s to %s, row %s in it (from 0)"
                            .formatted(part.path("rowsEvent"), part.path("rowsEventEnd"), part.path("row")));
            more(part, "transaction begins in " + place(part.path("transaction")));
            var other = part.path("tableMapFile").asText();
            more(
                    part,
                    "table map event at %s%s"
                            .formatted(part.path("tableMap"), other.equals(file) ? "" : " of " + other));
        }
    }

    private void transaction(JsonNode part) {
        line("Transaction", part.path("text").asText());
        more(part, "begins in " + place(part));
    }

    private static String place(JsonNode transaction) {
        return "log file number %s at %s".formatted(transaction.path("fileNumber"), transaction.path("offset"));
    }

    private void event() {
        line(
                "Event",
                "number %s of its transaction, %s"
                        .formatted(
                                tree.path("transactionEventCounter"),
                                tree.path("transactionLastEvent").asBoolean() ? "the last" : "more follow"));
    }

    private void line(String name, String value) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(INDENT.length() - name.length() - 2))
                .append(value)
                .append('\n');
    }

    /** A detail; where the text could not be taken apart, the reason instead. */
    private void more(JsonNode part, String detail) {
        text.append(INDENT).append(part.path("unknown").asText(detail)).append('\n');
    }
}
