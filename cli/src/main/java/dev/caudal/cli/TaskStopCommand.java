package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a task. */
@Command(name = "stop", description = "Stop a task; its position stays.", mixinStandardHelpOptions = true)
final class TaskStopCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private TaskWait wait = new TaskWait();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskStopCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        var answer = client.post(task.path("stop"));
        return wait.end(client, task, answer, TaskWait.RESTS, root.terminal());
    }
}
