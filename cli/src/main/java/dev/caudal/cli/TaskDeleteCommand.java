package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes a task. */
@Command(
        name = "delete",
        aliases = "rm",
        description = "Delete a task that does not run. What it has sent stays.",
        mixinStandardHelpOptions = true)
final class TaskDeleteCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskDeleteCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        client.delete(task.path(), client.get(task.path()).path("version").asLong());
        root.terminal().note("Task %s is deleted.".formatted(task.name()));
        return ExitCode.OK;
    }
}
