package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.Count;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a source has. */
@Command(
        name = "browse",
        description = "Show the schemas of a source, the tables of a schema, or the columns of a table.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal endpoint browse world-db",
            "  caudal endpoint browse world-db world",
            "  caudal endpoint browse world-db world.city"
        })
final class EndpointBrowseCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private EndpointParameter endpoint = new EndpointParameter();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SCHEMA[.TABLE]",
            description = "What to look into; the schemas where it is left out.")
    private String place = "";

    @Option(
            names = "--match",
            paramLabel = "TEXT",
            description = "Only tables with it in their name; %% stands for anything.")
    private String match = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many tables at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    EndpointBrowseCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var answer = api.client().get(path());
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println((answer.has("items") ? answer.path("items") : answer).toPrettyString());
        } else if (answer.has("columns")) {
            columns(answer);
        } else {
            for (var item : answer.path("items")) {
                out.println(
                        item.isTextual()
                                ? item.asText()
                                : item.path("schema").asText() + "."
                                        + item.path("name").asText());
            }
            int shown = answer.path("items").size();
            if (answer.path("total").asInt() > shown) {
                root.terminal()
                        .note("%d of %d; see more with --limit or --match."
                                .formatted(shown, answer.path("total").asInt()));
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private String path() {
        if (place.contains(".")) {
            return endpoint.path("tables", place);
        }
        return place.isEmpty() && match.isEmpty()
                ? endpoint.path("schemas")
                : endpoint.path("tables")
                        + "?schema=%s&match=%s&limit=%d"
                                .formatted(ApiClient.encoded(place), ApiClient.encoded(match), limit);
    }

    private void columns(JsonNode found) {
        var table = new Table("COLUMN", "TYPE", "NULL", "KEY");
        for (var column : found.path("columns")) {
            int key = 0;
            for (int index = 0; index < found.path("key").size(); index++) {
                if (found.path("key").path(index).equals(column.path("name"))) {
                    key = index + 1;
                }
            }
            table.row(
                    column.path("name").asText(),
                    column.path("type").asText(),
                    column.path("nullable").asBoolean() ? "yes" : "no",
                    key == 0 ? "-" : Integer.toString(key));
        }
        table.print(root.terminal().out());
        root.terminal()
                .note("About %s, %s."
                        .formatted(
                                Count.of(found.path("estimate").asLong(), "row"),
                                found.path("engine").asText()));
        found.path("warnings").forEach(warning -> root.terminal().note("Warning: " + warning.asText()));
    }
}
