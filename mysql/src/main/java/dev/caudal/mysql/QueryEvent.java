package dev.caudal.mysql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement in the log.
 *
 * @param schema the default schema of the session, may be empty
 * @param sql the statement
 * @param mode the session's {@code sql_mode} as bits
 */
record QueryEvent(String schema, String sql, long mode) {

    private static final long ORACLE = 1 << 9;
    private static final long NO_BACKSLASH_ESCAPES = 1 << 20;
    private static final int FLAGS_VARIABLE = 0;
    private static final int MODE_VARIABLE = 1;

    private static final int LOAD_FIELDS = 13;
    private static final Pattern EXECUTED_COMMENT = Pattern.compile("^/\\*M?!\\d*");

    /** What a statement means for the reading of the log. */
    enum Kind {
        /** A transaction begins. */
        BEGIN,
        /** A transaction is done. */
        COMMIT,
        /** A transaction is undone. */
        ROLLBACK,
        /** The inside of a transaction, of no effect on rows already read. */
        SAVEPOINT,
        /** A transaction is undone up to a savepoint. */
        ROLLBACK_TO_SAVEPOINT,
        /** A distributed transaction begins. */
        XA_START,
        /** A distributed transaction that was prepared before is done. */
        XA_COMMIT,
        /** A distributed transaction that was prepared before is undone. */
        XA_ROLLBACK,
        /** Rows were changed by a statement whose rows are not in the log. */
        STATEMENT_CHANGE,
        /** Anything else, which stands alone: definitions, grants, flushes. */
        OTHER;

        /** Whether it is the last of a transaction. */
        boolean endsTransaction() {
            return this == COMMIT || this == ROLLBACK || decidesPrepared();
        }

        /** Whether it says what becomes of a distributed transaction. */
        boolean decidesPrepared() {
            return this == XA_COMMIT || this == XA_ROLLBACK;
        }
    }

    /** In a session of the usual modes. */
    QueryEvent(String schema, String sql) {
        this(schema, sql, 0);
    }

    static QueryEvent parse(byte[] source, int at, int end) {
        long mode = mode(new LogCursor(source, at, end));
        LogCursor cursor = new LogCursor(source, at, end);
        String schema = schema(cursor, 0);
        return new QueryEvent(schema, cursor.text(cursor.left()), mode);
    }

    /** The mode is the first or second of the variables that stand behind the head. */
    private static long mode(LogCursor cursor) {
        cursor.skip(11);
        LogCursor variables = cursor.part(cursor.u2());
        if (variables.left() > 5 && variables.u1() == FLAGS_VARIABLE) {
            variables.skip(4);
            return variables.left() > 8 && variables.u1() == MODE_VARIABLE ? variables.number(8) : 0;
        }
        return 0;
    }

    /** Whether the text is written, or read by the server, as {@link SqlTokens} does not read it. */
    boolean isForeign() {
        return sql.indexOf('\ufffd') >= 0
                || (mode & ORACLE) != 0
                || (mode & NO_BACKSLASH_ESCAPES) != 0 && sql.indexOf('\\') >= 0;
    }

    /**
     * The default schema, which stands before the statement; the cursor moves from the body's start to the statement.
     *
     * @param more bytes that the event has between its head and its variables
     */
    static String schema(LogCursor cursor, int more) {
        cursor.skip(8);
        int length = cursor.u1();
        cursor.skip(2);
        int variables = cursor.u2();
        cursor.skip(more + variables);
        String schema = cursor.text(length);
        cursor.skip(1);
        return schema;
    }

    /** Reads a LOAD DATA that was logged as a statement: a query event with 13 bytes about its file. */
    static QueryEvent parseLoad(byte[] source, int at, int end) {
        LogCursor cursor = new LogCursor(source, at, end);
        String schema = schema(cursor, LOAD_FIELDS);
        return new QueryEvent(schema, cursor.text(cursor.left()));
    }

    Kind kind() {
        String start = withoutComments(sql);
        String[] words = start.substring(0, Math.min(start.length(), 64))
                .toUpperCase(Locale.ROOT)
                .split("[\\s;(]+", 4);
        return switch (words[0]) {
            case "BEGIN" -> Kind.BEGIN;
            case "COMMIT" -> Kind.COMMIT;
            case "ROLLBACK" -> words.length > 1 && words[1].equals("TO") ? Kind.ROLLBACK_TO_SAVEPOINT : Kind.ROLLBACK;
            case "SAVEPOINT", "RELEASE" -> Kind.SAVEPOINT;
            case "XA" -> xa(words.length > 1 ? words[1] : "");
            case "INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD", "WITH" -> Kind.STATEMENT_CHANGE;
            default -> Kind.OTHER;
        };
    }

    /** Whether the statement may change the definition of a table. */
    boolean isTableDefinition() {
        String start = withoutComments(sql);
        String word = start.substring(0, Math.min(start.length(), 9)).toUpperCase(Locale.ROOT);
        return word.startsWith("ALTER")
                || word.startsWith("CREATE")
                || word.startsWith("DROP")
                || word.startsWith("RENAME")
                || word.startsWith("TRUNCATE");
    }

    private static Kind xa(String word) {
        return switch (word) {
            case "START", "BEGIN" -> Kind.XA_START;
            case "COMMIT" -> Kind.XA_COMMIT;
            case "ROLLBACK" -> Kind.XA_ROLLBACK;
            default -> Kind.SAVEPOINT;
        };
    }

    /** Whether the text has the table's name as a word, perhaps in passing. */
    boolean mentions(String table) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(table) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }

    /** The statement from its first word on; what a server executes inside a comment counts. */
    private static String withoutComments(String sql) {
        String rest = sql.strip();
        while (true) {
            Matcher executed = EXECUTED_COMMENT.matcher(rest);
            int end = rest.startsWith("--") || rest.startsWith("#")
                    ? rest.indexOf('\n') + 1
                    : rest.startsWith("/*") ? rest.indexOf("*/") + 2 : 0;
            if (executed.find()) {
                end = executed.end();
            }
            if (end < 2) {
                return rest;
            }
            rest = rest.substring(end).strip();
        }
    }
}
