package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads tables of a task again. */
@Command(
        name = "reload",
        description = "Load the tables of a task again, all or some, and run it.",
        mixinStandardHelpOptions = true)
final class TaskReloadCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            split = ",",
            description = "Only this one, as in world.city. May be repeated.")
    private List<String> tables = List.of();

    @Mixin
    private TaskWait wait = new TaskWait();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskReloadCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode();
        var chosen = body.putArray("tables");
        tables.forEach(chosen::add);
        var client = api.client();
        return wait.end(client, task, client.post(task.path("reload"), body), TaskWait.RUNS, root.terminal());
    }
}
