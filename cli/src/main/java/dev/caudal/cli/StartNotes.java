package dev.caudal.cli;

import dev.caudal.server.StartListener;
import java.time.Duration;
import java.util.Locale;

/** Says what has started. */
record StartNotes(Terminal terminal) implements StartListener {
    @Override
    public void started(String part, Duration took) {
        terminal.note("%s (%s)".formatted(part, seconds(took)));
    }

    /** A duration for people. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
