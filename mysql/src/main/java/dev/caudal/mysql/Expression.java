package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression over the columns of one row, in SQLite's syntax with {@code $column} for a value of the row, as
 * Replicate has it. Only values, operators and functions of a fixed list can be written, so an expression reaches no
 * table, no file and no other statement, and ends. Immutable.
 *
 * @param text as it was given
 * @param sql the same with {@code ?1}, {@code ?2}, … in the places of columns
 * @param columns the columns, each once, the first for {@code ?1}
 */
public record Expression(String text, String sql, List<String> columns) {

    private static final int LONGEST = 4_000;
    private static final Pattern TOKEN = Pattern.compile(
            "(?<blank>\\s+)|(?<literal>[xX]?'(?:[^']|'')*')|(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)"
                    + "|\\$(?<column>[\\p{L}_][\\p{L}\\p{N}_]*)|\\$\\{(?<odd>[^{}]+)}"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<sign>\\|\\||<=|>=|<>|!=|==|->>?|[-+*/%<>=(),&|~])");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "is",
            "null",
            "in",
            "between",
            "like",
            "glob",
            "escape",
            "case",
            "when",
            "then",
            "else",
            "end",
            "cast",
            "as",
            "text",
            "integer",
            "real",
            "numeric",
            "collate",
            "nocase",
            "binary",
            "rtrim",
            "true",
            "false",
            "isnull",
            "notnull",
            "distinct",
            "from");
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "ceil",
            "ceiling",
            "char",
            "coalesce",
            "concat",
            "concat_ws",
            "date",
            "datetime",
            "exp",
            "floor",
            "format",
            "hex",
            "if",
            "ifnull",
            "iif",
            "instr",
            "json_extract",
            "json_type",
            "json_valid",
            "julianday",
            "length",
            "ln",
            "log",
            "lower",
            "ltrim",
            "max",
            "min",
            "mod",
            "nullif",
            "pow",
            "power",
            "printf",
            "quote",
            "replace",
            "round",
            "rtrim",
            "sign",
            "sqrt",
            "strftime",
            "substr",
            "substring",
            "time",
            "trim",
            "trunc",
            "typeof",
            "unicode",
            "unixepoch",
            "upper");

    /** Copies the list. */
    public Expression {
        columns = List.copyOf(columns);
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException naming what is not allowed, and where it stands
     */
    public static Expression parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "An expression has 1 to " + LONGEST + " characters, this one has " + text.length() + ".");
        }
        StringBuilder sql = new StringBuilder();
        List<String> columns = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int depth = 0;
        for (int at = 0; at < text.length(); at = token.end()) {
            if (!token.region(at, text.length()).lookingAt()) {
                throw refused(text, at, text.substring(at, at + 1), "is not allowed in an expression");
            }
            depth += "(".equals(token.group()) ? 1 : ")".equals(token.group()) ? -1 : 0;
            if (depth < 0) {
                throw refused(text, at, ")", "closes what is not open");
            }
            String column = token.group("column") != null ? token.group("column") : token.group("odd");
            sql.append(column == null ? token.group() : "?" + (1 + numberOf(column, columns)));
            if (token.group("word") != null) {
                requireKnown(token.group("word"), text, at, token.end());
            }
        }
        if (depth > 0) {
            throw new IllegalArgumentException("The expression '" + text + "' lacks a closing parenthesis.");
        }
        return new Expression(text, sql.toString(), columns);
    }

    private static int numberOf(String column, List<String> columns) {
        for (int number = 0; number < columns.size(); number++) {
            if (columns.get(number).equalsIgnoreCase(column)) {
                return number;
            }
        }
        columns.add(column);
        return columns.size() - 1;
    }

    /** A word may be of SQLite's own, or a function that is called. */
    private static void requireKnown(String word, String text, int at, int end) {
        String name = word.toLowerCase(Locale.ROOT);
        boolean called = text.substring(end).stripLeading().startsWith("(");
        if (!WORDS.contains(name) && !(called && FUNCTIONS.contains(name))) {
            throw refused(
                    text,
                    at,
                    word,
                    called ? "is no function of expressions" : "is unknown; a column is written $" + word);
        }
    }

    private static IllegalArgumentException refused(String text, int at, String what, String why) {
        return new IllegalArgumentException(
                "'" + what + "' at character " + (at + 1) + " of the expression '" + text + "' " + why + ".");
    }

    /** The expression as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
