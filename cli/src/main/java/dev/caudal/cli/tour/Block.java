package dev.caudal.cli.tour;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fenced block of a chapter. What it is follows from the words behind its fence:
 *
 * <ul>
 *   <li>{@code console}: commands of the first terminal; {@code console NAME}: of another one, whose last command runs on;
 *   <li>{@code console amazon}, {@code console elsewhere}: for Amazon and for other machines, which is not run;
 *   <li>{@code console end}: what stops everything;
 *   <li>{@code console soon}: what prints this after a while, so that it is typed again;
 *   <li>{@code LANGUAGE FILE}: a file to be saved under that name;
 *   <li>another one: something to look at.
 * </ul>
 *
 * {@code needs=PROGRAM} is a program without which the block is passed over.
 *
 * @param words those behind the fence
 * @param lines what is in it
 * @param heading the last heading before it
 * @param explanation the paragraph before it
 * @param place file and line, for messages
 */
record Block(List<String> words, List<String> lines, String heading, String explanation, String place) {
    private static final String CONSOLE = "console";
    private static final Set<String> ELSEWHERE = Set.of("amazon", "elsewhere");
    private static final String NEEDS = "needs=";

    /** The terminal of a block without a name. */
    static final String FIRST = "";

    boolean isConsole() {
        return words.get(0).equals(CONSOLE);
    }

    boolean isElsewhere() {
        return isConsole() && ELSEWHERE.contains(name());
    }

    boolean isSoon() {
        return isConsole() && name().equals("soon");
    }

    boolean isEnd() {
        return isConsole() && name().equals("end");
    }

    /** The name of the file that it is the content of. */
    Optional<String> file() {
        return isConsole() ? Optional.empty() : Optional.of(name()).filter(name -> !name.isEmpty());
    }

    /** The terminal in which it is typed. */
    String terminal() {
        return isEnd() || isElsewhere() || isSoon() ? FIRST : name();
    }

    /** What must be on the machine for it. */
    Optional<String> needs() {
        return options()
                .filter(word -> word.startsWith(NEEDS))
                .map(word -> word.substring(NEEDS.length()))
                .findFirst();
    }

    List<Step> steps() {
        return Step.of(lines);
    }

    private String name() {
        return options().filter(word -> !word.startsWith(NEEDS)).findFirst().orElse(FIRST);
    }

    private Stream<String> options() {
        return words.stream().skip(1);
    }
}
