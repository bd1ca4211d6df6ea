package dev.caudal.mysql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/** A log file as MySQL 5.7 writes it, event by event, as the stream that a server sends. */
final class LogBytes {

    private static final int TABLE = 108;
    private static final int CHECKSUM = 4;

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final long second;
    private long position;
    private int sequence = 1;

    /** A file that is sent from {@code position} on; the server first names and describes it. */
    LogBytes(String file, long position, Instant time) {
        this.second = time.getEpochSecond();
        this.position = position;
        artificial(LogEvent.ROTATE, new Bytes().number(position, 8).text(file), 0);
        Bytes description = new Bytes()
                .number(4, 2)
                .text("5.7.26-log")
                .zeros(40)
                .number(0, 4)
                .number(19, 1);
        description.zeros(38).number(1, 1);
        artificial(LogEvent.FORMAT_DESCRIPTION, description, CHECKSUM);
    }

    long position() {
        return position;
    }

    LogBytes anonymousGtid() {
        return event(LogEvent.ANONYMOUS_GTID, new Bytes().zeros(42));
    }

    /** A BEGIN with status variables of such a length. */
    LogBytes begin(int variables) {
        return event(LogEvent.QUERY, query(variables).text("BEGIN"));
    }

    LogBytes statement(String sql) {
        return event(LogEvent.QUERY, query(0).text(sql));
    }

    private static Bytes query(int variables) {
        Bytes head = new Bytes().zeros(8).number(5, 1).number(0, 2).number(variables, 2);
        return head.zeros(variables).text("world").zeros(1);
    }

    /** The table map of {@code world.city}, without row metadata, as 5.7 writes it. */
    LogBytes mapCity() {
        Bytes map = new Bytes().number(TABLE, 6).number(1, 2);
        map.number(5, 1).text("world").zeros(1).number(4, 1).text("city").zeros(1);
        map.number(5, 1)
                .number(3, 1)
                .number(254, 1)
                .number(254, 1)
                .number(254, 1)
                .number(3, 1);
        map.number(6, 1)
                .number(254, 1)
                .number(35, 1)
                .number(254, 1)
                .number(3, 1)
                .number(254, 1)
                .number(20, 1);
        return event(LogEvent.TABLE_MAP, map.number(0, 1));
    }

    /** A rows event with one row of {@code world.city}. */
    LogBytes city(int type, int id, String name, String country, String district, int population) {
        Bytes rows = new Bytes()
                .number(TABLE, 6)
                .number(1, 2)
                .number(2, 2)
                .number(5, 1)
                .number(0xff, 1)
                .number(0xe0, 1);
        rows.number(id, 4).counted(name).counted(country).counted(district).number(population, 4);
        return event(type, rows);
    }

    LogBytes xid() {
        return event(LogEvent.XID, new Bytes().number(77, 8));
    }

    /** The next file, which the server names without an end of this one. */
    LogBytes next(String file) {
        artificial(LogEvent.ROTATE, new Bytes().number(4, 8).text(file), CHECKSUM);
        position = 4;
        return event(LogEvent.FORMAT_DESCRIPTION, new Bytes().zeros(95).number(1, 1));
    }

    private LogBytes event(int type, Bytes body) {
        position += LogEvent.HEADER + body.size() + CHECKSUM;
        packet(type, body, CHECKSUM, position, 0);
        return this;
    }

    private void artificial(int type, Bytes body, int checksum) {
        packet(type, body, checksum, 0, 0x20);
    }

    private void packet(int type, Bytes body, int checksum, long next, int flags) {
        int size = LogEvent.HEADER + body.size() + checksum;
        Bytes event = new Bytes().number(second, 4).number(type, 1).number(1, 4).number(size, 4);
        event.number(next & 0xffff_ffffL, 4).number(flags, 2).bytes(body.toByteArray());
        if (checksum > 0) {
            CRC32 crc = new CRC32();
            crc.update(event.toByteArray());
            event.number(crc.getValue(), 4);
        }
        stream.writeBytes(
                new Bytes().number(size + 1, 3).number(sequence++, 1).zeros(1).toByteArray());
        stream.writeBytes(event.toByteArray());
    }

    byte[] bytes() {
        return stream.toByteArray();
    }

    /** The stream, which ends behind the last event. */
    InputStream stream() {
        return new ByteArrayInputStream(stream.toByteArray());
    }

    /** Bytes being put together; numbers are little-endian. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes number(long value, int bytes) {
            for (int index = 0; index < bytes; index++) {
                write((int) (value >> 8 * index));
            }
            return this;
        }

        Bytes text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        Bytes counted(String text) {
            return number(text.length(), 1).text(text);
        }

        Bytes zeros(int count) {
            return bytes(new byte[count]);
        }

        Bytes bytes(byte[] source) {
            writeBytes(source);
            return this;
        }
    }
}
