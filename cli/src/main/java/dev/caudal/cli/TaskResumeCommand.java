package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a task go on. */
@Command(
        name = "resume",
        description = "Let a task go on as it was when it stopped.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal task resume city",
            "  caudal task resume city --from mysql-bin.000042:1337",
            "  caudal task resume city --from 2026-05-20T19:32:27Z"
        })
final class TaskResumeCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Option(
            names = "--from",
            paramLabel = "POSITION|TIME",
            description = {
                "Go on from a place in the source's log, or from what was committed at a time or later.",
                "A task that was never run takes its tables for loaded then."
            })
    private @Nullable String from;

    @Mixin
    private TaskWait wait = new TaskWait();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskResumeCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode();
        if (from != null) {
            boolean time = from.matches("\\d{4}-.*");
            body.putObject("from").put(time ? "time" : "position", from);
        }
        var client = api.client();
        return wait.end(client, task, client.post(task.path("resume"), body), TaskWait.RUNS, root.terminal());
    }
}
