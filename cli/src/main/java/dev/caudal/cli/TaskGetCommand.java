package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a task. */
@Command(name = "get", description = "Show a task and its state.", mixinStandardHelpOptions = true)
final class TaskGetCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    TaskGetCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        var json = client.get(task.path());
        if (json instanceof ObjectNode object) {
            object.set("changes", client.get(task.path("status")).path("changes"));
        }
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(json.toPrettyString());
        } else {
            table(json).print(out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static Table table(JsonNode task) {
        var table = new Table("FIELD", "VALUE");
        table.row("name", task.path("name").asText());
        table.row("state", task.path("state").asText());
        if (!task.path("reason").asText().isEmpty()) {
            table.row("reason", task.path("reason").asText());
        }
        table.row("worker", TaskText.word(task.path("worker")));
        if (task.path("managed").asBoolean()) {
            table.row("description", TaskText.word(task.path("description")));
            table.row("source", TaskText.word(task.path("source")));
            table.row("target", TaskText.word(task.path("target")));
            table.row("does", TaskText.mode(task));
            table.row("tables", TaskText.patterns(task.path("tables").path("include")));
            table.row("excluded", TaskText.patterns(task.path("tables").path("exclude")));
            task.path("settings")
                    .properties()
                    .forEach(each -> table.row(each.getKey(), each.getValue().asText()));
            table.row("changes", TaskText.changes(task.path("changes")));
            table.row("version", TaskText.version(task));
            table.row("updated", task.path("updated").asText());
        }
        return table;
    }
}
