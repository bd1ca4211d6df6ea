package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The events of a log's stream one after the other, each with its place in the log and its checksum verified. The
 * getters are about the event that {@link #next} read last. Not safe for use by several threads.
 */
final class LogEvents {

    private static final int CRC32_ALGORITHM = 1;
    private static final int ARTIFICIAL = 0x20;

    private final LogStream stream;
    private final CRC32 crc = new CRC32();
    private String file;
    private long position;
    private boolean described;
    private boolean checksums;

    private long second;
    private int type;
    private int flags;
    private long size;
    private boolean written;

    /** Events of {@code in}, which starts to send the log at {@code from}. */
    LogEvents(InputStream in, BinlogCoordinate from) {
        stream = new LogStream(in);
        file = from.file();
        position = from.offset();
    }

    /** Whether the next event, or a part of it, is here already. */
    boolean ready() throws IOException {
        return stream.ready();
    }

    /** Waits for the next event. */
    void next() throws IOException {
        stream.next();
        LogCursor header = new LogCursor(stream.bytes(), stream.start(), stream.end());
        second = header.number(4);
        type = header.u1();
        header.skip(4);
        size = header.number(4);
        long next = header.number(4);
        flags = header.u2();
        written = (flags & ARTIFICIAL) == 0 && LogEvent.isWritten(type) && !describesAgain();
        if (written) {
            position = next == 0 ? position + size : following(next);
            verify();
        }
        if (type == LogEvent.FORMAT_DESCRIPTION) {
            checksums = stream.bytes()[stream.end() - LogEvent.CHECKSUM - 1] == CRC32_ALGORITHM;
            described = true;
        }
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
        int end = bodyEnd();
        crc.reset();
        crc.update(stream.bytes(), stream.start(), end - stream.start());
        long expected = new LogCursor(stream.bytes(), end, stream.end()).number(LogEvent.CHECKSUM);
        if (crc.getValue() != expected) {
            throw SourceException.passing("The event before " + place() + " does not have its checksum.", null);
        }
    }

    /** Where the log goes on behind a ROTATE event; empty where that is here. */
    Optional<BinlogCoordinate> rotation() {
        LogCursor cursor = new LogCursor(source(), body(), bodyEnd());
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

    /** Where the event starts in the log file. */
    long start() {
        return position - size;
    }

    /** Where the event ends in the log file. */
    long end() {
        return position;
    }

    /** The buffer that holds the event; another one after the next {@link #next}. */
    byte[] source() {
        return stream.bytes();
    }

    /** Where the event's header starts in {@link #source}. */
    int header() {
        return stream.start();
    }

    /** Where the event's body starts in {@link #source}. */
    int body() {
        return stream.start() + LogEvent.HEADER;
    }

    /** Where the event's body ends in {@link #source}, without the checksum. */
    int bodyEnd() {
        return checksums ? stream.end() - LogEvent.CHECKSUM : stream.end();
    }
}
