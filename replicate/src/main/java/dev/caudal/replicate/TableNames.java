package dev.caudal.replicate;

import dev.caudal.core.NamePattern;
import dev.caudal.core.TableId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables by a pattern. Immutable.
 *
 * @param schema their schema
 * @param table their name in it
 */
public record TableNames(NamePattern schema, NamePattern table) {

    /** All. */
    public static final TableNames ALL = parse("%.%");

    /**
     * Reads a pattern; the first dot separates.
     *
     * @param text {@code schema.table}, each with {@code %} for any text
     * @throws IllegalArgumentException if there is no dot, or nothing on one side of it
     */
    static TableNames parse(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is no pattern <schema>.<table>, as in world.%");
        }
        return new TableNames(
                new NamePattern(text.substring(0, dot), false), new NamePattern(text.substring(dot + 1), false));
    }

    /** What each {@code %} stands for; empty where a table is none of these. */
    Optional<List<String>> parts(TableId id) {
        return schema.parts(id.schema())
                .flatMap(first -> table.parts(id.name())
                        .map(second ->
                                Stream.concat(first.stream(), second.stream()).toList()));
    }

    int wildcards() {
        return schema.wildcards() + table.wildcards();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return schema.text() + "." + table.text();
    }
}
