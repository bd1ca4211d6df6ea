package dev.caudal.core;

import java.util.List;
import java.util.Locale;

/**
 * What becomes of names that fit a pattern. Immutable.
 *
 * @param template the new name, in which each {@code %} is what that of the pattern stands for, in the same order
 * @param letters what becomes of all its letters then
 */
public record NewName(String template, Letters letters) {

    /** What becomes of letters. */
    public enum Letters {
        /** They stay. */
        KEEP,
        /** All are small. */
        LOWER,
        /** All are capital. */
        UPPER
    }

    /** How many {@code %} it has, which must not be more than those of the pattern. */
    public int wildcards() {
        return NamePattern.wildcards(template);
    }

    /**
     * The name.
     *
     * @param parts what the pattern's {@code %} stand for, at least {@link #wildcards}
     */
    public String of(List<String> parts) {
        List<String> rest = List.of(template.split("%", -1));
        StringBuilder name = new StringBuilder(rest.get(0));
        for (int number = 1; number < rest.size(); number++) {
            name.append(parts.get(number - 1)).append(rest.get(number));
        }
        return switch (letters) {
            case KEEP -> name.toString();
            case LOWER -> name.toString().toLowerCase(Locale.ROOT);
            case UPPER -> name.toString().toUpperCase(Locale.ROOT);
        };
    }
}
