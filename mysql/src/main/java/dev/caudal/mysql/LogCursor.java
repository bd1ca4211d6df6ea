package dev.caudal.mysql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the parts of an event in the order in which they stand; numbers are little-endian and unsigned. */
final class LogCursor {

    private final byte[] source;
    private final int end;
    private int at;

    LogCursor(byte[] source, int at, int end) {
        this.source = source;
        this.at = at;
        this.end = end;
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    void skip(int bytes) {
        at += bytes;
    }

    int u1() {
        return source[at++] & 0xff;
    }

    int u2() {
        return (int) number(2);
    }

    long number(int bytes) {
        long value = littleEndian(source, at, bytes);
        at += bytes;
        return value;
    }

    /** The number of {@code bytes} bytes, 1 to 8, that starts at {@code at}. */
    static long littleEndian(byte[] source, int at, int bytes) {
        long value = 0;
        for (int index = bytes - 1; index >= 0; index--) {
            value = value << 8 | source[at + index] & 0xff;
        }
        return value;
    }

    /** A length-encoded integer of the protocol. */
    int length() {
        int first = u1();
        return switch (first) {
            case 252 -> u2();
            case 253 -> (int) number(3);
            case 254 -> Math.toIntExact(number(8));
            default -> first;
        };
    }

    byte[] bytes(int count) {
        byte[] copy = Arrays.copyOfRange(source, at, at + count);
        at += count;
        return copy;
    }

    String text(int count) {
        return new String(bytes(count), StandardCharsets.UTF_8);
    }

    /** The part of {@code count} bytes that comes next, as a cursor of its own; this one goes on behind it. */
    LogCursor part(int count) {
        LogCursor part = new LogCursor(source, at, at + count);
        at += count;
        return part;
    }
}
