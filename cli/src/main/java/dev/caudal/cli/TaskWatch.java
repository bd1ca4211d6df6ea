package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.Count;
import java.time.Duration;
import java.util.Locale;

/** How a task is, for people: a block that moves on a terminal, else a line every ten seconds and at each turn. */
final class TaskWatch {
    private static final int WIDTH = 30;
    private static final Duration REST = Duration.ofSeconds(10);

    private final Terminal terminal;
    private int drawn;
    private String condition = "";
    private long shown = System.nanoTime() - REST.toNanos();

    TaskWatch(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(JsonNode task) {
        if (terminal.errIsTerminal()) {
            draw(task);
            return;
        }
        boolean turned = !task.path("condition").asText().equals(condition);
        if (turned || System.nanoTime() - shown >= REST.toNanos()) {
            condition = task.path("condition").asText();
            shown = System.nanoTime();
            var out = terminal.out();
            out.println(state(task) + "  " + load(task) + "  " + changes(task));
            out.flush();
        }
    }

    /** Something that happened: it stays above the block. */
    void note(JsonNode note) {
        erase();
        terminal.note(note.path("time").asText() + " " + note.path("event").asText() + ": "
                + note.path("text").asText());
    }

    private void draw(JsonNode task) {
        erase();
        var err = terminal.err();
        err.println(state(task));
        err.println(bar(task.path("load")) + " " + load(task));
        err.println(changes(task));
        err.flush();
        drawn = 3;
    }

    private void erase() {
        if (drawn > 0) {
            terminal.err().print("\033[" + drawn + "A\033[J");
            drawn = 0;
        }
    }

    /** Leaves the last block as it is. */
    void end() {
        terminal.err().flush();
    }

    private static String state(JsonNode task) {
        var text = task.path("text").asText();
        return "%s  %s  source latency %s  target latency %s  %,d rows/s%s"
                .formatted(
                        task.path("name").asText(),
                        task.path("condition").asText(),
                        seconds(task.path("sourceLatencyMillis").asLong()),
                        seconds(task.path("targetLatencyMillis").asLong()),
                        task.path("rowsPerSecond").asLong(),
                        text.isEmpty() ? "" : "  " + text);
    }

    private static String load(JsonNode task) {
        var load = task.path("load");
        var tables = task.path("tables");
        var left = load.has("secondsLeft")
                ? ", %,d s left".formatted(load.path("secondsLeft").asLong())
                : "";
        var errors = tables.path("error").asLong();
        return "loaded %,d of about %s, %,d of %s%s%s"
                .formatted(
                        load.path("rows").asLong(),
                        Count.of(load.path("estimatedRows").asLong(), "row"),
                        tables.path("completed").asLong(),
                        Count.of(tables.path("total").asLong(), "table"),
                        errors == 0 ? "" : " (%,d in error)".formatted(errors),
                        left);
    }

    private static String changes(JsonNode task) {
        return "%s  waiting %,d  at %s"
                .formatted(
                        TaskText.changes(task.path("changes")),
                        task.path("waiting").asLong(),
                        task.path("position").path("applied").asText());
    }

    private static String bar(JsonNode load) {
        long all = load.path("estimatedRows").asLong();
        int done = all == 0
                ? WIDTH
                : (int) Math.min(WIDTH, WIDTH * load.path("rows").asLong() / all);
        return "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "]";
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
