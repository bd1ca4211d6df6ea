package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options {@code --wait} and {@code --timeout}, and the waiting for a state of a task. */
final class TaskWait {
    /** A task works: what there was is loaded. */
    static final Set<String> RUNS = Set.of("applying", "completed");

    /** A task does not work. */
    static final Set<String> RESTS = Set.of("stopped");

    private static final Duration POLL = Duration.ofMillis(300);

    @Option(names = "--wait", description = "Wait until it is done: loaded after a run, at rest after a stop.")
    private boolean waits;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait (default: ${DEFAULT-VALUE}).")
    private int seconds;

    /** Tells what state the task is in, and waits for one of the wanted where that was asked for. */
    int end(ApiClient client, TaskParameter task, JsonNode answer, Set<String> wanted, Terminal terminal) {
        var state = tell(answer, terminal);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (waits && !wanted.contains(state)) {
            if (state.equals("error")) {
                return ExitCode.IN_ERROR;
            }
            if (System.nanoTime() - end > 0) {
                throw new CommandFailure(
                        ExitCode.TIMED_OUT,
                        "Task %s is %s after %d s, and goes on. Look at it with 'caudal task get %s'."
                                .formatted(task.name(), state, seconds, task.name()));
            }
            pause();
            var now = client.get(task.path());
            state = now.path("state").asText().equals(state) ? state : tell(now, terminal);
        }
        return ExitCode.OK;
    }

    private static String tell(JsonNode task, Terminal terminal) {
        var state = task.path("state").asText();
        var reason = task.path("reason").asText();
        terminal.note(
                "Task %s is %s%s".formatted(task.path("name").asText(), state, reason.isEmpty() ? "." : ": " + reason));
        return state;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted while waiting; the task goes on.", e);
        }
    }
}
