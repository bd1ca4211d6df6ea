package dev.caudal.connect;

import java.util.Comparator;

/**
 * Something to say about a file.
 *
 * @param line where, 0 for the file as a whole
 * @param isError whether nothing may start because of it
 * @param text for people
 */
record Finding(int line, boolean isError, String text) {
    static final Comparator<Finding> BY_LINE = Comparator.comparingInt(Finding::line);

    static Finding error(int line, String text) {
        return new Finding(line, true, text);
    }

    static Finding warning(int line, String text) {
        return new Finding(line, false, text);
    }

    /** As compilers write it. */
    String in(ConnectorFile file) {
        return "%s%s: %s: %s".formatted(file.path(), line == 0 ? "" : ":" + line, isError ? "error" : "warning", text);
    }
}
