package dev.caudal.server.task;

import dev.caudal.core.TableId;
import java.util.regex.Pattern;

/**
 * A table by name, or several: {@code world.city}, {@code world.%}, {@code %.log_%}. {@code %} stands for any text, also
 * none; all else, {@code _} among it, for itself. Names are compared letter by letter.
 */
public final class TablePattern {
    private static final char WILDCARD = '%';

    private final String text;
    private final boolean exact;
    private final Pattern schema;
    private final Pattern table;

    private TablePattern(String text, String schema, String table) {
        this.text = text;
        this.exact = text.indexOf(WILDCARD) < 0;
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

    /** Each piece of text is looked for at its first place only: another would do no better, and there are very many. */
    private static Pattern compile(String part) {
        var pieces = part.split("%", -1);
        var regex = new StringBuilder(Pattern.quote(pieces[0]));
        for (int i = 1; i < pieces.length - 1; i++) {
            regex.append("(?>.*?").append(Pattern.quote(pieces[i])).append(')');
        }
        if (pieces.length > 1) {
            regex.append(".*").append(Pattern.quote(pieces[pieces.length - 1]));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
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

    /** Whether a text may be what both mean: whether the rests of both may, from the last rest on. */
    private static boolean meet(String one, String other) {
        var rests = new boolean[one.length() + 1][other.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            for (int j = other.length(); j >= 0; j--) {
                rests[i][j] = meet(one, i, other, j, rests);
            }
        }
        return rests[0][0];
    }

    private static boolean meet(String one, int i, String other, int j, boolean[][] rests) {
        boolean ends = i == one.length();
        boolean otherEnds = j == other.length();
        if (!ends && one.charAt(i) == WILDCARD) {
            return rests[i + 1][j] || !otherEnds && rests[i][j + 1];
        }
        if (!otherEnds && other.charAt(j) == WILDCARD) {
            return rests[i][j + 1] || !ends && rests[i + 1][j];
        }
        return ends || otherEnds ? ends && otherEnds : one.charAt(i) == other.charAt(j) && rests[i + 1][j + 1];
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
