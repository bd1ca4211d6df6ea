package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.task.SelectionJson;
import dev.caudal.server.task.TablePattern;
import dev.caudal.server.task.TableSelection;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A task and patterns of tables on the command line. */
final class TablePatterns {
    @Option(names = "--task", paramLabel = "NAME", required = true, description = "The task.")
    private String task = "";

    @Parameters(
            paramLabel = "PATTERN",
            arity = "1..*",
            description = "Schema and table with a dot between them; %% stands for any text, as in world.%%.")
    private List<String> patterns = List.of();

    @Mixin
    private ApiOptions api = new ApiOptions();

    /** The name of the task. */
    String task() {
        return task;
    }

    /** Saves the task with what each pattern makes of its tables. */
    void edit(BiFunction<TableSelection, TablePattern, TableSelection> edit, Terminal terminal) {
        var client = api.client();
        var path = ApiClient.path("tasks", task);
        ObjectNode definition = client.get(path).deepCopy();
        var selection = SelectionJson.parse(definition.path("tables"));
        for (var pattern : patterns) {
            selection = edit.apply(selection, parse(pattern));
        }
        definition.set("tables", SelectionJson.of(selection));
        var saved = client.put(path, definition, definition.path("version").asLong());
        terminal.note(TaskText.saved(saved));
    }

    private static TablePattern parse(String pattern) {
        try {
            return TablePattern.parse(pattern);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
