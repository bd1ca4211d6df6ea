package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists tasks. */
@Command(name = "list", aliases = "ls", description = "List the tasks.", mixinStandardHelpOptions = true)
final class TaskListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    TaskListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var tasks = api.client().get("tasks").path("items");
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(tasks.toPrettyString());
        } else {
            var table = new Table("NAME", "STATE", "SOURCE", "TARGET", "DOES", "VERSION");
            for (var task : tasks) {
                table.row(
                        task.path("name").asText(),
                        task.path("state").asText(),
                        TaskText.word(task.path("source")),
                        TaskText.word(task.path("target")),
                        TaskText.mode(task),
                        TaskText.version(task));
            }
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
