package dev.caudal.mysql;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Brings compressed events of MariaDB's log into the form of those that are not (source: MariaDB's {@code log_event.cc},
 * {@code row_log_event_uncompress}). Not safe for use by several threads.
 */
final class EventInflater implements AutoCloseable {

    private static final int QUERY_COMPRESSED = 165;
    private static final int LAST_COMPRESSED = 171;
    private static final int FIRST_OF_VERSION_2 = 169;
    private static final int ZLIB = 0;

    private final Inflater inflater = new Inflater();
    private byte[] body = new byte[1 << 12];
    private int size;

    static boolean isCompressed(int type) {
        return type >= QUERY_COMPRESSED && type <= LAST_COMPRESSED;
    }

    /** The type of the event that a compressed event of {@code type} stands for. */
    static int plain(int type) {
        if (type == QUERY_COMPRESSED) {
            return LogEvent.QUERY;
        }
        return type < FIRST_OF_VERSION_2
                ? type - QUERY_COMPRESSED - 1 + LogEvent.WRITE_ROWS_V1
                : type - FIRST_OF_VERSION_2 + LogEvent.WRITE_ROWS;
    }

    /**
     * Inflates the body of an event: its head stays, statement or rows behind it are compressed.
     *
     * @throws SourceException if it cannot be inflated
     */
    void inflate(int type, byte[] source, int start, int end) {
        LogCursor cursor = new LogCursor(source, start, end);
        if (type == QUERY_COMPRESSED) {
            QueryEvent.schema(cursor, 0);
        } else {
            skipRowsHead(plain(type), cursor);
        }
        int head = cursor.at() - start;
        int form = cursor.u1();
        int algorithm = form >> 4 & 7;
        int length = 0;
        for (int left = form & 7; left > 0; left--) {
            length = length << 8 | cursor.u1();
        }
        require(algorithm == ZLIB, "it uses algorithm " + algorithm);
        size = Math.addExact(head, length);
        if (size > body.length) {
            body = new byte[Math.max(size, 2 * body.length)];
        }
        System.arraycopy(source, start, body, 0, head);
        inflater.reset();
        inflater.setInput(source, cursor.at(), cursor.left());
        try {
            int got = 0;
            for (int more = 1; got < length && more > 0; got += more) {
                more = inflater.inflate(body, head + got, length - got);
            }
            require(got == length, "it has " + got + " bytes instead of " + length);
        } catch (DataFormatException e) {
            require(false, String.valueOf(e.getMessage()));
        }
    }

    private static void skipRowsHead(int type, LogCursor cursor) {
        int columnBits = (RowsCursor.columns(type, cursor) + 7) / 8;
        boolean update = type == LogEvent.UPDATE_ROWS_V1 || type == LogEvent.UPDATE_ROWS;
        cursor.skip(update ? 2 * columnBits : columnBits);
    }

    private static void require(boolean fine, String what) {
        if (!fine) {
            throw SourceException.fatal("A compressed event of the log cannot be read: " + what
                    + ". SET GLOBAL log_bin_compress = OFF, then reload the tables.");
        }
    }

    /** The buffer with the inflated body from its start on; another one after the next {@link #inflate}. */
    byte[] bytes() {
        return body;
    }

    int size() {
        return size;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
