package dev.caudal.mysql;

import java.util.UUID;

/**
 * The global transaction identifier that the log named last. Kept as numbers, because it changes with every transaction
 * and is asked for as text only where a position is made. Used by the thread that reads the log.
 */
final class LastGtid {

    private enum Kind {
        GIVEN,
        MYSQL,
        MARIADB
    }

    private final String given;
    private Kind kind = Kind.GIVEN;
    private long high;
    private long low;
    private long number;

    /** Before the first event: what the position says. */
    LastGtid(String given) {
        this.given = given;
    }

    /** A GTID event of MySQL. */
    void mysql(byte[] source, int body, int end) {
        LogCursor cursor = new LogCursor(source, body, end);
        cursor.skip(1);
        high = Long.reverseBytes(cursor.number(8));
        low = Long.reverseBytes(cursor.number(8));
        number = cursor.number(8);
        kind = Kind.MYSQL;
    }

    /** A GTID event of MariaDB; the server's id is in the header at {@code header}. */
    void mariaDb(byte[] source, int header, int body, int end) {
        LogCursor cursor = new LogCursor(source, body, end);
        number = cursor.number(8);
        high = cursor.number(4);
        low = new LogCursor(source, header + 5, end).number(4);
        kind = Kind.MARIADB;
    }

    /** {@code uuid:number} or {@code domain-server-sequence}; empty where the log names none. */
    @Override
    public String toString() {
        return switch (kind) {
            case GIVEN -> given;
            case MYSQL -> new UUID(high, low) + ":" + number;
            case MARIADB -> high + "-" + low + "-" + number;
        };
    }
}
