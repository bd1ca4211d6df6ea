package dev.caudal.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of UTF-8 that rows and messages are written into, once, without objects between. It is reused
 * from message to message. Not safe for use by several threads.
 */
public final class JsonBytes {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MIN_LONG = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NUMBER = 20;
    private static final int ESCAPE = 6;
    private static final int CHUNK = 4096;

    private byte[] bytes;
    private int length;

    /** An empty buffer that holds {@code capacity} bytes before it first grows. */
    public JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    /** How many bytes have been written since the last {@link #clear}. */
    public int length() {
        return length;
    }

    /** Forgets what was written; keeps the memory. */
    public void clear() {
        length = 0;
    }

    /** Takes back everything written at or behind {@code mark}, an earlier {@link #length()}. */
    public void truncate(int mark) {
        length = mark;
    }

    /**
     * Takes back all behind the first {@code most} bytes, and the character that would be cut.
     *
     * @return whether there was more
     */
    public boolean truncateText(int most) {
        if (length <= most) {
            return false;
        }
        int end = most;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        length = end;
        return true;
    }

    /** What was written, as an array of its own. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** What was written at or behind {@code mark}, as an array of its own. */
    public byte[] toByteArray(int mark) {
        return Arrays.copyOfRange(bytes, mark, length);
    }

    /** Writes one byte as it is. */
    public void raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    /** Writes {@code source} as it is. */
    public void raw(byte[] source) {
        raw(source, 0, source.length);
    }

    /** Writes {@code count} bytes of {@code source} from {@code from} as they are. */
    public void raw(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** Writes a number in decimal. */
    public void number(long value) {
        if (value == Long.MIN_VALUE) {
            raw(MIN_LONG);
            return;
        }
        reserve(LONGEST_NUMBER);
        if (value < 0) {
            bytes[length++] = '-';
            value = -value;
        }
        digits(value, decimalDigits(value));
    }

    /** Writes a number in decimal, taking the 64 bits as unsigned. */
    public void unsigned(long value) {
        if (value >= 0) {
            number(value);
            return;
        }
        long tens = Long.divideUnsigned(value, 10);
        number(tens);
        raw((char) ('0' + (value - tens * 10)));
    }

    /** Writes exactly {@code digits} decimal digits of {@code value} (0 or more), with zeros in front. */
    public void padded(long value, int digits) {
        reserve(digits);
        digits(value, digits);
    }

    /** Writes the lowest {@code digits} hexadecimal digits of {@code value}, upper case. */
    public void hex(long value, int digits) {
        reserve(digits);
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = HEX[(int) (value & 15)];
            value >>>= 4;
        }
        length += digits;
    }

    /** Writes {@code count} bytes of {@code source} from {@code from} as two hexadecimal digits each, upper case. */
    public void hex(byte[] source, int from, int count) {
        reserve(Math.multiplyExact(2, count));
        for (int at = from, end = from + count; at < end; at++) {
            bytes[length++] = HEX[source[at] >> 4 & 15];
            bytes[length++] = HEX[source[at] & 15];
        }
    }

    /** Writes UTF-8 text as a JSON string: in quotes, escaped where JSON asks for it. */
    public void string(byte[] utf8, int from, int count) {
        raw('"');
        for (int at = from, end = from + count; at < end; at += CHUNK) {
            escape(utf8, at, Math.min(end, at + CHUNK));
        }
        raw('"');
    }

    private void escape(byte[] utf8, int from, int end) {
        reserve(ESCAPE * (end - from));
        for (int at = from; at < end; at++) {
            byte b = utf8[at];
            if (b >= ' ' && b != '"' && b != '\\' || b < 0) {
                bytes[length++] = b;
            } else {
                escaped(b);
            }
        }
    }

    /** Writes what was written to {@code text} as a JSON string. */
    public void string(JsonBytes text) {
        string(text.bytes, 0, text.length);
    }

    /** Writes text as a JSON string. */
    public void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        string(utf8, 0, utf8.length);
    }

    private void escaped(byte b) {
        bytes[length++] = '\\';
        switch (b) {
            case '"', '\\' -> bytes[length++] = b;
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            case '\b' -> bytes[length++] = 'b';
            case '\f' -> bytes[length++] = 'f';
            default -> {
                bytes[length++] = 'u';
                hex(b, 4);
            }
        }
    }

    private void digits(long value, int digits) {
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length += digits;
    }

    private static int decimalDigits(long value) {
        long limit = 10;
        for (int digits = 1; digits < LONGEST_NUMBER - 1; digits++) {
            if (value < limit) {
                return digits;
            }
            limit *= 10;
        }
        return LONGEST_NUMBER - 1;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, count)));
        }
    }

    /** What was written, as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
