package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how a task goes on. */
@Command(
        name = "watch",
        description = "Show how a task goes on, until it has ended or Ctrl-C; the task does not mind.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  caudal task watch city", "  caudal task watch city -o jsonl | jq .changes"})
final class TaskWatchCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private StreamOutput output = new StreamOutput();

    TaskWatchCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        var client = api.client();
        var unused = client.get(task.path("status"));
        var view = new TaskWatch(root.terminal());
        try (var events = new ApiEvents(client, "task:" + task.name(), PATIENCE)) {
            while (true) {
                var event = events.next();
                if (output.isJson()) {
                    root.terminal().out().println(event.data());
                    root.terminal().out().flush();
                } else if (event.kind().equals("task")) {
                    view.show(event.data());
                } else {
                    view.note(event.data());
                }
                if (event.kind().equals("task") && hasEnded(event.data())) {
                    return ended(event.data());
                }
            }
        } finally {
            view.end();
        }
    }

    private static boolean hasEnded(JsonNode task) {
        return switch (task.path("condition").asText()) {
            case "stopped", "completed", "failed" -> true;
            default -> false;
        };
    }

    private static int ended(JsonNode task) {
        if (task.path("condition").asText().equals("failed")) {
            throw new CommandFailure(ExitCode.FAILED, task.path("text").asText());
        }
        return ExitCode.OK;
    }
}
