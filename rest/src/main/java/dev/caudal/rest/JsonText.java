package dev.caudal.rest;

import java.nio.charset.StandardCharsets;

/** The inside of JSON strings. */
final class JsonText {
    /** No text in UTF-8 has it. */
    private static final byte BEYOND_ASCII = (byte) 0xFF;

    private JsonText() {}

    /**
     * Resolves escapes in place, in text that has been checked; returns where it ends now. Of a character beyond ASCII a byte
     * is made that no text has.
     */
    static int unescape(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\\') {
            at++;
        }
        int end = at;
        while (at < to) {
            byte b = bytes[at++];
            if (b == '\\') {
                b = bytes[at++];
                if (b == 'u') {
                    int code = Integer.parseInt(new String(bytes, at, 4, StandardCharsets.US_ASCII), 16);
                    b = code < 0x80 ? (byte) code : BEYOND_ASCII;
                    at += 4;
                } else {
                    b = escaped(b);
                }
            }
            bytes[end++] = b;
        }
        return end;
    }

    private static byte escaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
