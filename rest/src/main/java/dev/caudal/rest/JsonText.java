package dev.caudal.rest;

import java.nio.charset.StandardCharsets;

/** The inside of JSON strings. */
final class JsonText {
    private JsonText() {}

    /** Resolves the escapes of ASCII characters in place, in text that has been checked; returns where it ends now. */
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
                    b = (byte) Integer.parseInt(new String(bytes, at, 4, StandardCharsets.US_ASCII), 16);
                    at += 4;
                }
            }
            bytes[end++] = b;
        }
        return end;
    }
}
