package dev.caudal.mysql;

import java.util.UUID;

/** Global transaction identifiers as text. */
final class Gtid {

    private Gtid() {}

    /** {@code uuid:number}; empty for an anonymous transaction and for a tagged one, whose form is longer. */
    static String mysql(int type, byte[] source, int body) {
        if (type != LogEvent.GTID) {
            return "";
        }
        LogCursor cursor = new LogCursor(source, body, source.length);
        cursor.skip(1);
        long high = Long.reverseBytes(cursor.number(8));
        long low = Long.reverseBytes(cursor.number(8));
        return new UUID(high, low) + ":" + cursor.number(8);
    }

    /** {@code domain-server-sequence}; the server's id is in the header at {@code start}. */
    static String mariaDb(byte[] source, int body, int start) {
        LogCursor cursor = new LogCursor(source, body, source.length);
        long sequence = cursor.number(8);
        long domain = cursor.number(4);
        long server = new LogCursor(source, start + 5, source.length).number(4);
        return domain + "-" + server + "-" + sequence;
    }
}
