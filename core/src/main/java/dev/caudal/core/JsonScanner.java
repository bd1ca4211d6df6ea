package dev.caudal.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over JSON in UTF-8 and checks it by the letter (RFC 8259), without making anything of it. Nesting may be 1,000
 * deep. Not safe for use by several threads.
 *
 * <p>What is wrong is thrown as {@link #error} makes it.
 */
public class JsonScanner {
    private static final int DEEPEST = 1000;

    /** By octet whether it stands for itself in a string, as a character of ASCII. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        Arrays.fill(PLAIN, ' ', 128, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;
    private boolean lineEnded;

    /**
     * A scanner before the first byte.
     *
     * @param bytes hold the JSON; not changed
     * @param from the first byte
     * @param to behind the last one
     */
    public JsonScanner(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Whether these bytes are one JSON value. */
    public static boolean isJson(byte[] bytes) {
        try {
            new JsonScanner(bytes, 0, bytes.length).document();
            return true;
        } catch (JsonFault e) {
            return false;
        }
    }

    /** Passes one value, behind which nothing may follow. */
    public void document() {
        value();
        end();
    }

    /** The position of the next byte. */
    public int at() {
        return at;
    }

    /** Whether a line ended between the tokens that were passed; in a string none may end. */
    public boolean lineEnded() {
        return lineEnded;
    }

    /** The next byte that is no white space, which stays there; 0 at the end. */
    public byte peek() {
        if (at < end && bytes[at] > ' ') {
            return bytes[at];
        }
        while (at < end && isSpace(bytes[at])) {
            lineEnded |= bytes[at] == '\n' || bytes[at] == '\r';
            at++;
        }
        return at < end ? bytes[at] : 0;
    }

    /** Whether the next byte is this one, which is passed then. */
    public boolean skip(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes this byte, which must be next. */
    public void expect(char wanted) {
        if (!skip(wanted)) {
            throw error("'" + wanted + "' is expected");
        }
    }

    /** Passes {@code null}, if it is next. */
    public boolean skipNull() {
        if (peek() != 'n') {
            return false;
        }
        literal("null");
        return true;
    }

    /** Nothing may follow. */
    public void end() {
        if (peek() != 0 || at < end) {
            throw error("there is more than one value");
        }
    }

    /** Passes one value of any kind. */
    public void value() {
        byte next = peek();
        switch (next) {
            case '"' -> string();
            case '{' -> object();
            case '[' -> array();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    /** Passes a string; its text stands between the position before, plus one, and the position after, minus one. */
    public void string() {
        expect('"');
        while (true) {
            plain();
            if (at == end) {
                throw error("a string does not end");
            }
            byte b = bytes[at++];
            if (b == '"') {
                return;
            }
            if (b == '\\') {
                escape();
            } else if (b < 0) {
                at = Utf8.after(bytes, at - 1, end);
                if (at < 0) {
                    throw error("text is not UTF-8");
                }
            } else {
                at--;
                throw error("a control character stands in a string");
            }
        }
    }

    /** Passes characters that stand for themselves; most of a body are such. */
    private void plain() {
        var text = bytes;
        int here = at;
        int stop = end;
        while (here < stop && PLAIN[text[here] & 0xFF]) {
            here++;
        }
        at = here;
    }

    /** Passes a whole number and returns it. */
    public int integer() {
        byte unused = peek();
        int from = at;
        number();
        try {
            return Integer.parseInt(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw error("a whole number is expected");
        }
    }

    /**
     * What is thrown where the bytes are not the JSON that is expected.
     *
     * @param what says what is wrong, as a part of a sentence
     */
    public RuntimeException error(String what) {
        return new JsonFault("%s at byte %d".formatted(what, at));
    }

    private void object() {
        enter('{');
        if (!skip('}')) {
            do {
                string();
                expect(':');
                value();
            } while (skip(','));
            expect('}');
        }
        depth--;
    }

    private void array() {
        enter('[');
        if (!skip(']')) {
            do {
                value();
            } while (skip(','));
            expect(']');
        }
        depth--;
    }

    private void enter(char bracket) {
        expect(bracket);
        if (++depth > DEEPEST) {
            throw error("the nesting is deeper than %d".formatted(DEEPEST));
        }
    }

    private void escape() {
        byte kind = at < end ? bytes[at++] : 0;
        if (kind == 'u') {
            for (int digits = 0; digits < 4; digits++) {
                if (at >= end || Character.digit(bytes[at++], 16) < 0) {
                    throw error("four hexadecimal digits are expected");
                }
            }
        } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
            throw error("an escape is unknown");
        }
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at >= end || bytes[at] != word.charAt(i)) {
                throw error("a value is expected");
            }
            at++;
        }
    }

    private void number() {
        if (at < end && bytes[at] == '-') {
            at++;
        }
        if (at < end && bytes[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw error("a value is expected");
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
