package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words, quoted names and signs of a statement, without comments but for those that a server executes. */
final class SqlTokens {

    /**
     * A part of a statement.
     *
     * @param text a word or sign as it stands, a quoted name without its quotes
     * @param name whether it may be a name
     * @param quoted whether it is in quotes, so that it is no keyword
     */
    record Token(String text, boolean name, boolean quoted) {}

    private static final Token END = new Token("", false, false);

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    SqlTokens(String sql) {
        int at = 0;
        while (at < sql.length()) {
            at = token(sql, at);
        }
    }

    private int token(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '#' || sql.startsWith("-- ", at)) {
            return behind(sql, "\n", at);
        }
        if (sql.startsWith("/*", at)) {
            int executed = executed(sql, at);
            return executed > 0 ? executed : behind(sql, "*/", at + 2);
        }
        if (sql.startsWith("*/", at)) {
            return at + 2;
        }
        if (c == '`' || c == '"' || c == '\'') {
            return quoted(sql, at, c);
        }
        if (!isWord(c)) {
            if (!Character.isWhitespace(c)) {
                tokens.add(new Token(String.valueOf(c), false, false));
            }
            return at + 1;
        }
        int end = at;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        tokens.add(new Token(sql.substring(at, end), true, false));
        return end;
    }

    private static int behind(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    /** Where the text of a comment begins that the server executes; 0 for others. */
    private static int executed(String sql, int at) {
        int begin = sql.startsWith("/*!", at) ? at + 3 : sql.startsWith("/*M!", at) ? at + 4 : 0;
        while (begin > 0 && begin < sql.length() && Character.isDigit(sql.charAt(begin))) {
            begin++;
        }
        return begin;
    }

    private int quoted(String sql, int at, char quote) {
        StringBuilder text = new StringBuilder();
        int end = at + 1;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            if (c == '\\' && quote != '`' && end + 1 < sql.length()) {
                end++;
                c = escaped(sql.charAt(end));
            } else if (c == quote) {
                if (end + 1 == sql.length() || sql.charAt(end + 1) != quote) {
                    break;
                }
                end++;
            }
            text.append(c);
            end++;
        }
        tokens.add(new Token(text.toString(), quote != '\'', true));
        return end + 1;
    }

    private static char escaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\032';
            default -> c;
        };
    }

    private static boolean isWord(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c) || c >= 0x80 && !Character.isWhitespace(c);
    }

    boolean hasNext() {
        return next < tokens.size();
    }

    Token next() {
        return hasNext() ? tokens.get(next++) : END;
    }

    /** The next keyword in upper case, which stays; empty for anything else. */
    String keyword() {
        Token token = hasNext() ? tokens.get(next) : END;
        return token.quoted() ? "" : token.text().toUpperCase(Locale.ROOT);
    }

    /** Passes over the keywords or signs, where all of them stand here in this order; whether they did. */
    boolean skip(String... words) {
        int begin = next;
        for (String word : words) {
            if (!keyword().equals(word)) {
                next = begin;
                return false;
            }
            next++;
        }
        return true;
    }

    /** Passes over these keywords wherever they stand in a row. */
    void passOver(String... words) {
        Set<String> any = Set.of(words);
        while (any.contains(keyword())) {
            next++;
        }
    }

    /**
     * The next token as the name of a column or the like.
     *
     * @throws IllegalArgumentException if it is none
     */
    String name() {
        Token token = next();
        if (!token.name()) {
            throw new IllegalArgumentException("'" + token.text() + "' is no name.");
        }
        return token.text();
    }

    /**
     * The name of a table, perhaps with its database in front.
     *
     * @param schema the database where none stands in front
     * @throws IllegalArgumentException if it is none
     */
    TableId table(String schema) {
        String first = name();
        if (skip(".")) {
            return new TableId(first, name());
        }
        if (schema.isEmpty()) {
            throw new IllegalArgumentException("The table " + first + " has no database.");
        }
        return new TableId(schema, first);
    }

    /** Passes over WAIT or NOWAIT. */
    void skipWait() {
        if (skip("WAIT")) {
            next();
        } else {
            passOver("NOWAIT");
        }
    }

    /** Passes over IF EXISTS or IF NOT EXISTS; whether they stood here. */
    boolean skipCondition() {
        return skip("IF", "EXISTS") || skip("IF", "NOT", "EXISTS");
    }

    /** Whether a comma, the end of a parenthesis or of the statement follows. */
    boolean endsItem() {
        return !hasNext() || keyword().equals(",") || keyword().equals(")");
    }

    /** What stands in the parenthesis that begins here, without those inside it. */
    List<Token> parenthesis() {
        List<Token> inside = new ArrayList<>();
        int depth = 0;
        do {
            depth += keyword().equals("(") ? 1 : keyword().equals(")") ? -1 : 0;
            Token token = next();
            if (depth == 1 && !token.text().equals("(") || depth == 1 && token.quoted()) {
                inside.add(token);
            }
        } while (depth > 0 && hasNext());
        return inside;
    }

    /** Passes over one token, or over a parenthesis with all that is in it. */
    void skipOne() {
        if (keyword().equals("(")) {
            parenthesis();
        } else {
            next();
        }
    }

    /** Passes over the rest of an item of a list, up to the comma behind it. */
    void skipItem() {
        while (!endsItem()) {
            skipOne();
        }
    }
}
