package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the next run of a task will change. */
@Command(
        name = "diff",
        description = "Show what the next run will change of what runs.",
        mixinStandardHelpOptions = true)
final class TaskDiffCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    TaskDiffCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var difference = api.client().get(task.path("difference"));
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(difference.toPrettyString());
        } else {
            var table = new Table("WHAT", "NOW", "NEXT RUN");
            difference.path("tables").path("added").forEach(each -> table.row(each.asText(), "-", "is loaded"));
            difference.path("tables").path("removed").forEach(each -> table.row(each.asText(), "is sent", "-"));
            difference
                    .path("settings")
                    .forEach(each -> table.row(
                            each.path("setting").asText(),
                            TaskText.word(each.path("deployed")),
                            TaskText.word(each.path("saved"))));
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
