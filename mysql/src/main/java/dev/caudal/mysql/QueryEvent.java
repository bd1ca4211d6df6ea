package dev.caudal.mysql;

import java.util.Locale;

/**
 * A statement in the log.
 *
 * @param schema the default schema of the session, may be empty
 * @param sql the statement
 */
record QueryEvent(String schema, String sql) {

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
        /** A part of a distributed transaction. */
        XA,
        /** Rows were changed by a statement whose rows are not in the log. */
        STATEMENT_CHANGE,
        /** Anything else, which stands alone: definitions, grants, flushes. */
        OTHER
    }

    static QueryEvent parse(byte[] source, int at, int end) {
        LogCursor cursor = new LogCursor(source, at, end);
        cursor.skip(8);
        int schemaLength = cursor.u1();
        cursor.skip(2);
        cursor.skip(cursor.u2());
        String schema = cursor.text(schemaLength);
        cursor.skip(1);
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
            case "XA" -> Kind.XA;
            case "INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD" -> Kind.STATEMENT_CHANGE;
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

    /** Whether the text names the table, perhaps in passing. */
    boolean mentions(String table) {
        return sql.toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
    }

    private static String withoutComments(String sql) {
        String rest = sql.strip();
        while (rest.startsWith("/*") && !rest.startsWith("/*!") && rest.contains("*/")) {
            rest = rest.substring(rest.indexOf("*/") + 2).strip();
        }
        return rest;
    }
}
