package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds JSON in one array. Not safe for use by several threads. */
final class JsonOut {
    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes;
    private int length;

    JsonOut(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** What was written, in an array of its own. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    void raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void number(long value) {
        if (value < 0) {
            raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        reserve(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length += digits;
    }

    /** A string of base64. */
    void base64(byte[] data) {
        reserve(Base64Text.length(data.length) + 2);
        bytes[length++] = '"';
        length = Base64Text.encode(data, bytes, length);
        bytes[length++] = '"';
    }

    /** Text as a string. */
    void string(String text) {
        raw('"');
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') {
                raw('\\');
                raw((char) b);
            } else if (b >= 0 && b < ' ') {
                raw("\\u%04x".formatted(b).getBytes(StandardCharsets.US_ASCII));
            } else {
                reserve(1);
                bytes[length++] = b;
            }
        }
        raw('"');
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
