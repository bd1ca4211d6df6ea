package dev.caudal.cli;

import dev.caudal.core.Count;
import java.time.Duration;
import java.util.Locale;

/** The progress of the load: one line that moves on, or a line every ten seconds. For one thread. */
final class LoadProgress {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final long total;
    private final long start = System.nanoTime();
    private final Duration pause;
    private long rows;
    private long lastShown = start;

    LoadProgress(Terminal terminal, long total) {
        this.terminal = terminal;
        this.total = total;
        this.pause = terminal.errIsTerminal() ? Duration.ofMillis(100) : Duration.ofSeconds(10);
    }

    /** One more row has come. */
    void row() {
        rows++;
        if (System.nanoTime() - lastShown >= pause.toNanos()) {
            show();
        }
    }

    /** Whether all rows that were counted before the load have come. */
    boolean isComplete() {
        return rows >= total;
    }

    /** The last line. */
    void finish() {
        clear();
        terminal.note("Full Load: %,d of %s in %s (%,d rows/s)"
                .formatted(rows, Count.of(total, "row"), StartNotes.seconds(elapsed()), rate()));
    }

    private void show() {
        lastShown = System.nanoTime();
        var text = String.format(
                Locale.ROOT,
                "%,d of %s  %,d rows/s  %s left",
                rows,
                Count.of(total, "row"),
                rate(),
                StartNotes.seconds(remaining()));
        if (terminal.errIsTerminal()) {
            int done = total == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * rows / total);
            terminal.err().print("\r\033[K[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] " + text);
            terminal.err().flush();
        } else {
            terminal.note(text);
        }
    }

    private void clear() {
        if (terminal.errIsTerminal()) {
            terminal.err().print("\r\033[K");
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private long rate() {
        return Math.round(rows / Math.max(0.001, elapsed().toMillis() / 1000.0));
    }

    private Duration remaining() {
        return Duration.ofMillis(1000 * Math.max(0, total - rows) / Math.max(1, rate()));
    }
}
