package dev.caudal.cli.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command with what it prints; or what else is seen in a terminal.
 *
 * @param command what is typed; empty where only output is shown
 * @param interrupt whether Ctrl-C is pressed before
 * @param output the lines that follow
 */
record Step(Optional<String> command, boolean interrupt, List<String> output) {
    private static final String PROMPT = "$ ";
    private static final String INTERRUPT = "^C";

    /** Takes the lines of a block apart: a command begins with a prompt, and goes on behind a backslash. */
    static List<Step> of(List<String> lines) {
        var steps = new ArrayList<Step>();
        int at = 0;
        while (at < lines.size()) {
            var first = lines.get(at);
            boolean interrupt = first.equals(INTERRUPT);
            var command = Optional.<String>empty();
            if (interrupt) {
                at++;
            } else if (first.startsWith(PROMPT)) {
                int end = at;
                while (lines.get(end).endsWith("\\")) {
                    end++;
                }
                command = Optional.of(
                        String.join("\n", lines.subList(at, end + 1)).substring(PROMPT.length()));
                at = end + 1;
            }
            int end = at;
            while (end < lines.size() && !begins(lines.get(end))) {
                end++;
            }
            steps.add(new Step(command, interrupt, List.copyOf(lines.subList(at, end))));
            at = end;
        }
        return steps;
    }

    private static boolean begins(String line) {
        return line.startsWith(PROMPT) || line.equals(INTERRUPT);
    }
}
