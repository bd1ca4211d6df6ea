package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes MySQL's binary JSON as the text that the server makes of it (source: the format in MySQL's {@code json_binary.h},
 * the text by comparison with a server).
 */
final class BinaryJson {

    private static final int SMALL_OBJECT = 0;
    private static final int LARGE_OBJECT = 1;
    private static final int SMALL_ARRAY = 2;
    private static final int LARGE_ARRAY = 3;
    private static final int LITERAL = 4;
    private static final int INT16 = 5;
    private static final int UINT16 = 6;
    private static final int INT32 = 7;
    private static final int UINT32 = 8;
    private static final int INT64 = 9;
    private static final int UINT64 = 10;
    private static final int DOUBLE = 11;
    private static final int STRING = 12;
    private static final int OPAQUE = 15;

    private static final byte[][] LITERALS = {ascii("null"), ascii("true"), ascii("false")};
    private static final byte[] SEPARATOR = ascii(", ");
    private static final byte[] COLON = ascii(": ");
    private static final byte[] UNICODE = ascii("\\u00");
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, ascii("\n"));

    private final byte[] source;
    private final JsonBytes out;

    BinaryJson(byte[] source, JsonBytes out) {
        this.source = source;
        this.out = out;
    }

    /** Writes the document of {@code count} bytes at {@code from}; none at all are what IGNORE makes of a NULL. */
    void document(int from, int count) {
        if (count == 0) {
            out.raw(LITERALS[0]);
        } else {
            value(source[from], from + 1);
        }
    }

    private void value(int type, int at) {
        switch (type) {
            case SMALL_OBJECT -> container(at, 2, true);
            case LARGE_OBJECT -> container(at, 4, true);
            case SMALL_ARRAY -> container(at, 2, false);
            case LARGE_ARRAY -> container(at, 4, false);
            case LITERAL -> out.raw(LITERALS[source[at]]);
            case INT16 -> out.number(number(at, 2) << 48 >> 48);
            case UINT16 -> out.number(number(at, 2));
            case INT32 -> out.number(number(at, 4) << 32 >> 32);
            case UINT32 -> out.number(number(at, 4));
            case INT64 -> out.number(number(at, 8));
            case UINT64 -> out.unsigned(number(at, 8));
            case DOUBLE -> out.raw(ascii(ServerDouble.text(Double.longBitsToDouble(number(at, 8)))));
            case STRING -> string(source, at + lengthBytes(at), length(at));
            case OPAQUE -> opaque(source[at] & 0xff, at + 1 + lengthBytes(at + 1), length(at + 1));
            default -> throw SourceException.fatal("A JSON value has the type " + type + ", which is not known.");
        }
    }

    /** Offsets count from {@code start}; small numbers and literals stand where the offset would. */
    private void container(int start, int size, boolean object) {
        int count = (int) number(start, size);
        int keys = start + 2 * size;
        int values = keys + (object ? count * (size + 2) : 0);
        out.raw(object ? '{' : '[');
        for (int index = 0; index < count; index++) {
            if (index > 0) {
                out.raw(SEPARATOR);
            }
            if (object) {
                int key = keys + index * (size + 2);
                string(source, start + (int) number(key, size), (int) number(key + size, 2));
                out.raw(COLON);
            }
            int value = values + index * (size + 1);
            int type = source[value];
            value(type, isInline(type, size) ? value + 1 : start + (int) number(value + 1, size));
        }
        out.raw(object ? '}' : ']');
    }

    private static boolean isInline(int type, int size) {
        return switch (type) {
            case LITERAL, INT16, UINT16 -> true;
            case INT32, UINT32 -> size == 4;
            default -> false;
        };
    }

    /** What JSON has no type for. */
    private void opaque(int type, int at, int count) {
        switch (type) {
            case WireType.NEWDECIMAL -> new Decimal(source[at], source[at + 1]).write(source, at + 2, out);
            case WireType.DATE -> quoted(() -> Temporal.packedDate(number(at, 8), out));
            case WireType.DATETIME, WireType.TIMESTAMP -> quoted(() -> Temporal.packedDatetime(number(at, 8), out));
            case WireType.TIME -> quoted(() -> Temporal.packedTime(number(at, 8), out));
            default -> {
                byte[] value = new byte[count];
                System.arraycopy(source, at, value, 0, count);
                byte[] text = ascii("base64:type" + type + ":" + BASE64.encodeToString(value));
                string(text, 0, text.length);
            }
        }
    }

    private void quoted(Runnable text) {
        out.raw('"');
        text.run();
        out.raw('"');
    }

    private void string(byte[] text, int from, int count) {
        out.raw('"');
        int plain = from;
        for (int at = from; at < from + count; at++) {
            byte b = text[at];
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                out.raw(text, plain, at - plain);
                escaped(b);
                plain = at + 1;
            }
        }
        out.raw(text, plain, from + count - plain);
        out.raw('"');
    }

    private void escaped(byte b) {
        int letter = "\"\\\b\f\n\r\t".indexOf(b);
        if (letter >= 0) {
            out.raw('\\');
            out.raw("\"\\bfnrt".charAt(letter));
        } else {
            out.raw(UNICODE);
            out.raw(HEX, b >> 4, 1);
            out.raw(HEX, b & 15, 1);
        }
    }

    /** A length of seven bits a byte, the lowest first; the last byte has no eighth bit. */
    private int length(int at) {
        int length = 0;
        for (int index = 0; index < lengthBytes(at); index++) {
            length |= (source[at + index] & 0x7f) << 7 * index;
        }
        return length;
    }

    private int lengthBytes(int at) {
        int bytes = 1;
        while (source[at + bytes - 1] < 0) {
            bytes++;
        }
        return bytes;
    }

    private long number(int at, int bytes) {
        return LogCursor.littleEndian(source, at, bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
