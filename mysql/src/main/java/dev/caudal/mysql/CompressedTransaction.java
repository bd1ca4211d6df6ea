package dev.caudal.mysql;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/**
 * The events of a transaction that MySQL logs as one compressed event, one after the other. Only one of them is in memory
 * at a time (source: MySQL's {@code Transaction_payload_event}). Not safe for use by several threads.
 */
final class CompressedTransaction implements AutoCloseable {

    private static final int FIELDS_END = 0;
    private static final int COMPRESSION = 2;
    private static final int ZSTD = 0;
    private static final int NONE = 255;
    private static final int SIZE = 9;

    private final PushbackInputStream events;
    private byte[] event = new byte[1 << 12];
    private long start;
    private int size;

    private CompressedTransaction(InputStream events) {
        this.events = new PushbackInputStream(events);
    }

    /**
     * The transaction of the payload event whose body is given.
     *
     * @throws SourceException if it is compressed in a way that is not known
     */
    static CompressedTransaction of(byte[] source, int body, int end) throws IOException {
        LogCursor cursor = new LogCursor(source, body, end);
        int compression = ZSTD;
        for (int field = cursor.length(); field != FIELDS_END; field = cursor.length()) {
            LogCursor value = cursor.part(cursor.length());
            if (field == COMPRESSION) {
                compression = value.length();
            }
        }
        byte[] payload = Arrays.copyOfRange(source, cursor.at(), end);
        InputStream bytes = new ByteArrayInputStream(payload);
        return switch (compression) {
            case ZSTD -> new CompressedTransaction(new ZstdInputStream(bytes));
            case NONE -> new CompressedTransaction(bytes);
            default ->
                throw SourceException.fatal(
                        "A transaction is compressed by algorithm " + compression
                                + ", which is not known. SET GLOBAL binlog_transaction_compression = OFF, then reload the tables.");
        };
    }

    /** Whether there is a next event. */
    boolean hasNext() throws IOException {
        int first = events.read();
        if (first < 0) {
            return false;
        }
        events.unread(first);
        return true;
    }

    /** Moves to the next event. */
    void next() throws IOException {
        start += size;
        require(events.readNBytes(event, 0, LogEvent.HEADER), LogEvent.HEADER);
        size = (int) new LogCursor(event, SIZE, LogEvent.HEADER).number(4);
        if (size > event.length) {
            event = Arrays.copyOf(event, Math.max(size, 2 * event.length));
        }
        int rest = size - LogEvent.HEADER;
        require(events.readNBytes(event, LogEvent.HEADER, rest), rest);
    }

    private static void require(int got, int wanted) throws EOFException {
        if (got < wanted) {
            throw new EOFException("a compressed transaction ends in the middle of an event");
        }
    }

    /** The buffer that holds the event from its start on, without a checksum; another one after {@link #next}. */
    byte[] bytes() {
        return event;
    }

    int size() {
        return size;
    }

    /** Where the event starts among the transaction's events. */
    long start() {
        return start;
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
