package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The events of a log's stream one after the other, each with its place in the log and its checksum verified; what the
 * server compressed comes as if it had not. The getters are about the event that {@link #next} read last. Not safe for
 * use by several threads.
 */
final class LogEvents implements AutoCloseable {

    private static final int CRC32_ALGORITHM = 1;
    private static final int ARTIFICIAL = 0x20;

    private final LogStream stream;
    private final CRC32 crc = new CRC32();
    private final EventInflater inflater = new EventInflater();
    private @Nullable CompressedTransaction transaction;
    private String file;
    private long position;
    private boolean described;
    private boolean checksums;

    private long second;
    private int type;
    private int flags;
    private long start;
    private long inner;
    private boolean written;
    private byte[] source = new byte[0];
    private int body;
    private int bodyEnd;

    /** Events of {@code in}, which starts to send the log at {@code from}. */
    LogEvents(InputStream in, BinlogCoordinate from) {
        stream = new LogStream(in);
        file = from.file();
        position = from.offset();
    }

    /** Whether the next event, or a part of it, is here already. */
    boolean ready() throws IOException {
        return isInside() || stream.ready();
    }

    /** Whether more events of a compressed transaction follow, with the same place. */
    boolean isInside() {
        return transaction != null;
    }

    /** Waits for the next event. */
    void next() throws IOException {
        while (!nextOfTransaction()) {
            nextOfStream();
            if (type != LogEvent.TRANSACTION_PAYLOAD) {
                return;
            }
            transaction = CompressedTransaction.of(source, body, bodyEnd);
            closeWhenDone();
        }
    }

    private boolean nextOfTransaction() throws IOException {
        if (transaction == null) {
            return false;
        }
        transaction.next();
        source = transaction.bytes();
        body = LogEvent.HEADER;
        bodyEnd = transaction.size();
        inner = transaction.start();
        header(0);
        closeWhenDone();
        return true;
    }

    private void closeWhenDone() throws IOException {
        if (transaction != null && !transaction.hasNext()) {
            closeTransaction();
        }
    }

    private void nextOfStream() throws IOException {
        stream.next();
        source = stream.bytes();
        body = stream.start() + LogEvent.HEADER;
        long next = header(stream.start());
        long size = stream.end() - (long) stream.start();
        written = (flags & ARTIFICIAL) == 0 && LogEvent.isWritten(type) && !describesAgain();
        bodyEnd = checksums ? stream.end() - LogEvent.CHECKSUM : stream.end();
        if (written) {
            position = next == 0 ? position + size : following(next);
            verify();
        }
        start = position - size;
        inner = 0;
        if (type == LogEvent.FORMAT_DESCRIPTION) {
            checksums = source[stream.end() - LogEvent.CHECKSUM - 1] == CRC32_ALGORITHM;
            described = true;
            bodyEnd = checksums ? stream.end() - LogEvent.CHECKSUM : stream.end();
        } else if (EventInflater.isCompressed(type)) {
            inflater.inflate(type, source, body, bodyEnd);
            type = EventInflater.plain(type);
            source = inflater.bytes();
            body = 0;
            bodyEnd = inflater.size();
        }
    }

    /** Reads the header at {@code at}; returns where the next event starts, as far as it says. */
    private long header(int at) {
        LogCursor header = new LogCursor(source, at, at + LogEvent.HEADER);
        second = header.number(4);
        type = header.u1();
        header.skip(8);
        long next = header.number(4);
        flags = header.u2();
        return next;
    }

    /** The description of a file comes again where a reader starts in the middle. */
    private boolean describesAgain() {
        return type == LogEvent.FORMAT_DESCRIPTION && position > LogEvent.FILE_HEADER;
    }

    /**
     * The header has 32 bits of the position; the rest is known from before. Inside transactions MariaDB from 11.4 on
     * leaves it 0, which {@link #next} treats before this is asked.
     */
    private long following(long low) {
        long end = position & ~0xffff_ffffL | low;
        return end < position ? end + (1L << 32) : end;
    }

    private void verify() {
        if (!checksums) {
            return;
        }
        crc.reset();
        crc.update(source, stream.start(), bodyEnd - stream.start());
        long expected = new LogCursor(source, bodyEnd, stream.end()).number(LogEvent.CHECKSUM);
        if (crc.getValue() != expected) {
            throw SourceException.passing("The event before " + place() + " does not have its checksum.", null);
        }
    }

    /** Where the log goes on behind a ROTATE event; empty where that is here. */
    Optional<BinlogCoordinate> rotation() {
        LogCursor cursor = new LogCursor(source, body, bodyEnd);
        long offset = cursor.number(8);
        String next = cursor.text(cursor.left());
        return !described || !written && next.equals(file)
                ? Optional.empty()
                : Optional.of(new BinlogCoordinate(next, offset));
    }

    /** Goes on in another file, or at another place of this one. */
    void moveTo(BinlogCoordinate place) {
        file = place.file();
        position = place.offset();
    }

    /** The place behind the event. */
    BinlogCoordinate place() {
        return new BinlogCoordinate(file, position);
    }

    String file() {
        return file;
    }

    int type() {
        return type;
    }

    int flags() {
        return flags;
    }

    /** When the event's statement began, seconds since 1970. */
    long second() {
        return second;
    }

    /** Whether the event stands in the log file; others are made for the connection. */
    boolean isWritten() {
        return written;
    }

    /** Where the event starts in the log file; for one of a compressed transaction, where that starts. */
    long start() {
        return start;
    }

    /** Where the event ends in the log file; for one of a compressed transaction, where that ends. */
    long end() {
        return position;
    }

    /** Where the event starts among those of a compressed transaction; 0 for one that has a place of its own. */
    long inner() {
        return inner;
    }

    /** The buffer that holds the event; another one after the next {@link #next}. */
    byte[] source() {
        return source;
    }

    /** Where the header of an event that was not compressed starts in {@link #source}. */
    int header() {
        return body - LogEvent.HEADER;
    }

    /** Where the event's body starts in {@link #source}. */
    int body() {
        return body;
    }

    /** Where the event's body ends in {@link #source}, without the checksum. */
    int bodyEnd() {
        return bodyEnd;
    }

    /** Lets go of what decompresses; the stream stays open. */
    @Override
    public void close() throws IOException {
        inflater.close();
        closeTransaction();
    }

    private void closeTransaction() throws IOException {
        if (transaction != null) {
            transaction.close();
            transaction = null;
        }
    }
}
