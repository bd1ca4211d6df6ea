package dev.caudal.mysql;

import java.util.UUID;

/** The global identifier of a transaction. */
sealed interface Gtid {

    /**
     * MySQL's: {@code uuid:number}.
     *
     * @param server the server that committed it first
     * @param number its number there, from 1
     */
    record MySql(UUID server, long number) implements Gtid {

        /** The identifier in the body of a GTID event. */
        static MySql of(byte[] source, int body, int end) {
            LogCursor cursor = new LogCursor(source, body, end);
            cursor.skip(1);
            return new MySql(uuid(cursor), cursor.number(8));
        }

        /** The sixteen bytes that come next. */
        static UUID uuid(LogCursor cursor) {
            long high = Long.reverseBytes(cursor.number(8));
            return new UUID(high, Long.reverseBytes(cursor.number(8)));
        }
    }

    /**
     * MariaDB's: {@code domain-server-sequence}.
     *
     * @param domain transactions of one domain are in one order on all servers
     * @param server the number of the server that committed it first
     * @param sequence its place in the domain
     */
    record MariaDb(long domain, long server, long sequence) implements Gtid {

        /** The identifier in the body of a GTID event; the server is in the header at {@code header}. */
        static MariaDb of(byte[] source, int header, int body, int end) {
            LogCursor cursor = new LogCursor(source, body, end);
            long sequence = cursor.number(8);
            return new MariaDb(cursor.number(4), new LogCursor(source, header + 5, end).number(4), sequence);
        }
    }
}
