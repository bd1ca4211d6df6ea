package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a task. */
@Command(
        name = "run",
        description = "Make a task as it is defined now, and run it from where it stopped.",
        mixinStandardHelpOptions = true)
final class TaskRunCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private TaskWait wait = new TaskWait();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskRunCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        var answer = client.post(task.path("run"));
        return wait.end(client, task, answer, TaskWait.RUNS, root.terminal());
    }
}
