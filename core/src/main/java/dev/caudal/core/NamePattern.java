package dev.caudal.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names by a pattern: {@code %} stands for any text, also none; all else, {@code _} among it, for itself. Immutable.
 *
 * @param text the pattern
 * @param anyCase whether names are compared in any case of letters
 */
public record NamePattern(String text, boolean anyCase) {

    private static final String WILDCARD = "%";

    /** How many {@code %} it has. */
    public int wildcards() {
        return wildcards(text);
    }

    static int wildcards(String text) {
        return (int) text.chars().filter(letter -> letter == WILDCARD.charAt(0)).count();
    }

    /**
     * Compares a name.
     *
     * @param name any
     * @return what each {@code %} stands for, the first ones as little as possible; empty where the pattern does not fit
     */
    public Optional<List<String>> parts(String name) {
        Matcher matcher = compiled().matcher(name);
        return matcher.matches()
                ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList())
                : Optional.empty();
    }

    private Pattern compiled() {
        return Pattern.compile(
                Arrays.stream(text.split(WILDCARD, -1)).map(Pattern::quote).collect(Collectors.joining("(.*?)")),
                Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
    }
}
