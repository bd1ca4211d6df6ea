package dev.caudal.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out data, and nothing else
 * @param err all else: progress, notes, errors
 * @param outIsTerminal whether a person sees {@code out} directly
 * @param errIsTerminal whether a person sees {@code err} directly, so that a line may be overwritten
 */
record Terminal(PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
    private static final boolean COLOURS = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));

    /** Whether data may be coloured. */
    boolean outHasColours() {
        return outIsTerminal && COLOURS;
    }

    /** The same without any colour, and without lines that are overwritten. */
    Terminal plain() {
        return new Terminal(out, err, false, false);
    }

    /** A line for people. */
    void note(String text) {
        err.println(text);
        err.flush();
    }
}
