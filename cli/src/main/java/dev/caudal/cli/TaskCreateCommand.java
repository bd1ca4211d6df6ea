package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a task. */
@Command(
        name = "create",
        description = "Create a task, which does not run yet.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal task create --name city --source world-db --target msk --full-load --apply-changes",
            "  caudal task create --name world --source world-db --target msk --tables world.%% --set topic=world"
        })
final class TaskCreateCommand implements Callable<Integer> {
    private final Caudal root;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "Up to 32 characters, none of | \\ / : * ? \" < > { }.")
    private String name = "";

    @Mixin
    private TaskFields fields = new TaskFields();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskCreateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var task = Json.MAPPER.createObjectNode().put("name", name);
        fields.into(task);
        var unused = api.client().post("tasks", task);
        root.terminal().note("Task %s is created. Run it with 'caudal task run %s'.".formatted(name, name));
        return ExitCode.OK;
    }
}
