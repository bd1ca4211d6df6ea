package dev.caudal.cli.tour;

import java.io.PrintWriter;
import java.util.List;

/** Tells a person at a terminal what the tour does. For one thread. */
public final class Narrator {
    private static final int WIDTH = 100;
    private static final String BOLD = "\033[1m";
    private static final String COMMAND = "\033[36m";
    private static final String FAINT = "\033[2m";
    private static final String PLAIN = "\033[0m";

    private final PrintWriter out;
    private final boolean colours;
    private final boolean spanish;
    private String heading = "";

    /**
     * Writes to {@code out}.
     *
     * @param out where to
     * @param colours whether it takes colours
     * @param spanish whether in Spanish; in English else
     */
    public Narrator(PrintWriter out, boolean colours, boolean spanish) {
        this.out = out;
        this.colours = colours;
        this.spanish = spanish;
    }

    void chapter(String title) {
        print("\n" + styled(BOLD, "=== " + title + " ==="));
        heading = title;
    }

    void explain(String current, String text) {
        if (!current.equals(heading)) {
            print("\n" + styled(BOLD, current));
            heading = current;
        }
        print("");
        wrap(text.replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1").replaceAll("[`*]", ""));
    }

    void typed(String terminal, String command) {
        print(prefix(terminal) + styled(COMMAND, "$ " + command));
    }

    void printed(String terminal, String line) {
        print(prefix(terminal) + line);
    }

    void leftOut(String terminal, int lines) {
        print(prefix(terminal) + styled(FAINT, (spanish ? "… %,d líneas …" : "… %,d lines …").formatted(lines)));
    }

    void interrupted(String terminal) {
        print(prefix(terminal) + styled(COMMAND, "^C"));
    }

    void saved(String file, List<String> lines) {
        print(styled(COMMAND, file) + ":");
        lines.forEach(line -> print("    " + line));
    }

    void passedOver(String step, String program) {
        print("\n"
                + (spanish
                                ? "Se omite un paso de «%s»: aquí no hay %s."
                                : "A step of \"%s\" is passed over: there is no %s here.")
                        .formatted(step, program));
    }

    private String prefix(String terminal) {
        return terminal.isEmpty() ? "" : styled(FAINT, "[" + terminal + "] ");
    }

    private String styled(String style, String text) {
        return colours ? style + text + PLAIN : text;
    }

    private void wrap(String text) {
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                print(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        print(line.toString());
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
