package dev.caudal.mysql;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a distributed transaction.
 *
 * @param text as servers write it in their logs: {@code X'6f72646572',X'',1}
 */
record Xid(String text) {

    private static final Pattern WRITTEN =
            Pattern.compile("[Xx]'([0-9A-Fa-f]*)'\\s*,\\s*[Xx]'([0-9A-Fa-f]*)'\\s*,\\s*(\\d+)");

    private static final int MOST_BYTES = 64;

    private static Xid of(String global, String branch, long format) {
        return new Xid(
                "X'" + global.toLowerCase(Locale.ROOT) + "',X'" + branch.toLowerCase(Locale.ROOT) + "'," + format);
    }

    /** The name in the body of an XA_PREPARE event, which says first whether it commits as well. */
    static Xid of(byte[] source, int body, int end) {
        LogCursor cursor = new LogCursor(source, body, end);
        cursor.skip(1);
        long format = cursor.number(4);
        int global = (int) cursor.number(4);
        int branch = (int) cursor.number(4);
        if (global < 0 || global > MOST_BYTES || branch < 0 || branch > MOST_BYTES) {
            throw SourceException.fatal("The log names a distributed transaction with " + global + " and " + branch
                    + " bytes; servers allow " + MOST_BYTES + " each. The log is damaged there: "
                    + LogFailure.RELOAD + ".");
        }
        HexFormat hex = HexFormat.of();
        return of(hex.formatHex(cursor.bytes(global)), hex.formatHex(cursor.bytes(branch)), format);
    }

    /** The name in a statement of the log; empty where it has none. */
    static Optional<Xid> of(QueryEvent query) {
        Matcher written = WRITTEN.matcher(query.sql());
        return written.find()
                ? Optional.of(of(written.group(1), written.group(2), Long.parseLong(written.group(3)) & 0xffff_ffffL))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
