package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether a task could run. */
@Command(
        name = "validate",
        description = "Look whether a task could run: endpoints, tables, what the source lacks, settings.",
        mixinStandardHelpOptions = true)
final class TaskValidateCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    TaskValidateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var answer = api.client().post(task.path("validate"));
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(answer.toPrettyString());
        } else {
            var table = new Table("STATUS", "CHECK", "DETAIL", "REMEDY");
            for (var check : answer.path("checks")) {
                table.row(
                        check.path("status").asText(),
                        check.path("title").asText(),
                        check.path("detail").asText(),
                        TaskText.word(check.path("remedy")));
            }
            table.print(out);
        }
        out.flush();
        return answer.path("passed").asBoolean() ? ExitCode.OK : ExitCode.IN_ERROR;
    }
}
