package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;

/** DECIMAL from a row image to text: groups of nine digits in four bytes, the sign in the first bit. */
final class Decimal {

    private static final int GROUP_DIGITS = 9;
    private static final int GROUP_BYTES = 4;
    private static final int[] BYTES = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};

    private final int integerDigits;
    private final int scale;

    Decimal(int precision, int scale) {
        this.integerDigits = precision - scale;
        this.scale = scale;
    }

    /** The bytes of every value of the column. */
    int bytes() {
        return bytes(integerDigits) + bytes(scale);
    }

    private static int bytes(int digits) {
        return digits / GROUP_DIGITS * GROUP_BYTES + BYTES[digits % GROUP_DIGITS];
    }

    void write(byte[] source, int at, JsonBytes out) {
        int flip = source[at] < 0 ? 0 : 0xff;
        if (flip != 0) {
            out.raw('-');
        }
        int next = at + integer(source, at, flip, out);
        if (scale > 0) {
            out.raw('.');
            fraction(source, next, at, flip, out);
        }
    }

    private int integer(byte[] source, int at, int flip, JsonBytes out) {
        int start = out.length();
        int read = 0;
        for (int left = integerDigits; left > 0; ) {
            int digits = left % GROUP_DIGITS == 0 ? GROUP_DIGITS : left % GROUP_DIGITS;
            long group = group(source, at + read, BYTES[digits], at, flip);
            if (out.length() > start) {
                out.padded(group, digits);
            } else if (group != 0) {
                out.number(group);
            }
            read += BYTES[digits];
            left -= digits;
        }
        if (out.length() == start) {
            out.raw('0');
        }
        return read;
    }

    private void fraction(byte[] source, int from, int first, int flip, JsonBytes out) {
        int at = from;
        for (int left = scale; left > 0; ) {
            int digits = Math.min(left, GROUP_DIGITS);
            out.padded(group(source, at, BYTES[digits], first, flip), digits);
            at += BYTES[digits];
            left -= digits;
        }
    }

    private static long group(byte[] source, int at, int bytes, int first, int flip) {
        long value = 0;
        for (int index = 0; index < bytes; index++) {
            int read = (source[at + index] ^ flip) & 0xff;
            value = value << 8 | (at + index == first ? read ^ 0x80 : read);
        }
        return value;
    }

    /** Writes the server's text of a DECIMAL without the zeros that ZEROFILL puts in front. */
    static void completed(byte[] text, JsonBytes out) {
        int at = text[0] == '-' ? 1 : 0;
        out.raw(text, 0, at);
        while (at + 1 < text.length && text[at] == '0' && text[at + 1] != '.') {
            at++;
        }
        out.raw(text, at, text.length - at);
    }
}
