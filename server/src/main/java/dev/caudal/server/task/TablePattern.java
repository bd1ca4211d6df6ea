package dev.caudal.server.task;

import dev.caudal.core.TableId;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table by name, or several: {@code world.city}, {@code world.%}, {@code %.log_%}. {@code %} stands for any text, also
 * none; all else, {@code _} among it, for itself. Names are compared letter by letter.
 */
public final class TablePattern {
    private static final String WILDCARD = "%";

    private final String text;
    private final boolean exact;
    private final Pattern schema;
    private final Pattern table;

    private TablePattern(String text, String schema, String table) {
        this.text = text;
        this.exact = !text.contains(WILDCARD);
        this.schema = compile(schema);
        this.table = compile(table);
    }

    /**
     * Reads a pattern; the first dot separates schema and table.
     *
     * @param text the pattern
     * @return what it means
     * @throws IllegalArgumentException if there is no dot, nothing on one side of it, or a comma
     */
    public static TablePattern parse(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException("'" + text
                    + "' names no tables: write <schema>.<table>, as in world.city, or world.% for all of a schema.");
        }
        if (text.indexOf(',') >= 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a comma, which no table of a task may have in its name.");
        }
        return new TablePattern(text, text.substring(0, dot), text.substring(dot + 1));
    }

    private static Pattern compile(String part) {
        return Pattern.compile(
                Arrays.stream(part.split(WILDCARD, -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** Whether it is the name of one table. */
    boolean isExact() {
        return exact;
    }

    /** The table, of a pattern that is exact. */
    TableId table() {
        return TableId.parse(text);
    }

    /** Whether it means this table. */
    boolean matches(TableId id) {
        return schema.matcher(id.schema()).matches() && table.matcher(id.name()).matches();
    }

    /** Whether a table may have a name that both mean. */
    boolean meets(TablePattern other) {
        return meet(schemaText(), other.schemaText()) && meet(tableText(), other.tableText());
    }

    private static boolean meet(String one, String other) {
        if (one.startsWith(WILDCARD) && !other.isEmpty()) {
            return meet(one.substring(1), other) || meet(one, other.substring(1));
        }
        if (one.isEmpty() || other.isEmpty()) {
            return (one + other).replace(WILDCARD, "").isEmpty();
        }
        return other.startsWith(WILDCARD)
                ? meet(other, one)
                : one.charAt(0) == other.charAt(0) && meet(one.substring(1), other.substring(1));
    }

    private String schemaText() {
        return text.substring(0, text.indexOf('.'));
    }

    private String tableText() {
        return text.substring(text.indexOf('.') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TablePattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
