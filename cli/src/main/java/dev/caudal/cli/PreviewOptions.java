package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import picocli.CommandLine.Option;

/** How many rows are tried where nothing is saved. */
final class PreviewOptions {
    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many for --dry-run; 10, at most 100.")
    private int rows;

    /** Asks what would be sent of rows of a table with something that is not saved. */
    JsonNode ask(ApiClient client, String task, String table, String field, JsonNode unsaved) {
        var asked = JsonNodeFactory.instance.objectNode().put("table", table).put("rows", rows);
        asked.set(field, unsaved);
        return client.post(ApiClient.path("tasks", task, "preview"), asked);
    }
}
