package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Base64 inside larger arrays, in place where possible, without arrays between. */
final class Base64Text {
    private static final byte[] LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < LETTERS.length; i++) {
            VALUES[LETTERS[i]] = (byte) i;
        }
    }

    private Base64Text() {}

    /** How many letters so many bytes take. */
    static int length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    /** Writes bytes as letters; returns the position after them. */
    static int encode(byte[] bytes, byte[] to, int at) {
        int whole = bytes.length / 3 * 3;
        int from = 0;
        while (from < whole) {
            int three = (bytes[from++] & 0xFF) << 16 | (bytes[from++] & 0xFF) << 8 | bytes[from++] & 0xFF;
            to[at++] = LETTERS[three >>> 18];
            to[at++] = LETTERS[three >>> 12 & 63];
            to[at++] = LETTERS[three >>> 6 & 63];
            to[at++] = LETTERS[three & 63];
        }
        if (from < bytes.length) {
            boolean two = bytes.length - from == 2;
            int three = (bytes[from] & 0xFF) << 16 | (two ? (bytes[from + 1] & 0xFF) << 8 : 0);
            to[at++] = LETTERS[three >>> 18];
            to[at++] = LETTERS[three >>> 12 & 63];
            to[at++] = two ? LETTERS[three >>> 6 & 63] : (byte) '=';
            to[at++] = '=';
        }
        return at;
    }

    /** Turns letters into bytes at the same place; returns where these end, -1 when the letters are not base64. */
    static int decode(byte[] bytes, int from, int to) {
        if ((to - from) % 4 != 0) {
            return -1;
        }
        int padding = to == from || bytes[to - 1] != '=' ? 0 : bytes[to - 2] == '=' ? 2 : 1;
        int at = from;
        int wrong = 0;
        int letter = from;
        for (int end = padding == 0 ? to : to - 4; letter < end; letter += 4) {
            int a = VALUES[bytes[letter] & 0xFF];
            int b = VALUES[bytes[letter + 1] & 0xFF];
            int c = VALUES[bytes[letter + 2] & 0xFF];
            int d = VALUES[bytes[letter + 3] & 0xFF];
            wrong |= a | b | c | d;
            int three = a << 18 | b << 12 | c << 6 | d;
            bytes[at++] = (byte) (three >>> 16);
            bytes[at++] = (byte) (three >>> 8);
            bytes[at++] = (byte) three;
        }
        if (padding > 0) {
            int a = VALUES[bytes[letter] & 0xFF];
            int b = VALUES[bytes[letter + 1] & 0xFF];
            int c = padding == 1 ? VALUES[bytes[letter + 2] & 0xFF] : 0;
            wrong |= a | b | c;
            bytes[at++] = (byte) (a << 2 | b >>> 4);
            if (padding == 1) {
                bytes[at++] = (byte) (b << 4 | c >>> 2);
            }
        }
        return wrong < 0 ? -1 : at;
    }
}
