package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes a task. */
@Command(
        name = "edit",
        description = "Change what a task is to do from its next run on.",
        mixinStandardHelpOptions = true)
final class TaskEditCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private TaskFields fields = new TaskFields();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskEditCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        ObjectNode definition = client.get(task.path()).deepCopy();
        fields.into(definition);
        var saved =
                client.put(task.path(), definition, definition.path("version").asLong());
        root.terminal().note(TaskText.saved(saved));
        return ExitCode.OK;
    }
}
