package dev.caudal.server.monitor;

import java.util.Locale;

/**
 * Which lines of a task's log are wanted.
 *
 * @param level this one and graver ones
 * @param component one component; empty for all
 * @param text what a line holds, in letters of either case; empty for any
 * @param after lines with a higher id only; -1 for all
 * @param limit how many at most, the newest
 */
public record LogQuery(LogLevel level, String component, String text, long after, int limit) {

    /** Every line. */
    public static final LogQuery ALL = new LogQuery(LogLevel.TRACE, "", "", -1, Integer.MAX_VALUE);

    boolean matches(LogLine line) {
        return line.id() > after
                && line.level().compareTo(level) <= 0
                && (component.isEmpty() || component.equals(line.component()))
                && (text.isEmpty() || holds(line.text()) || holds(line.cause()) || holds(line.code()));
    }

    private boolean holds(String part) {
        return part.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
