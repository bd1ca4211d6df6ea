package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The character sets of text columns that are captured, with how the log's bytes become UTF-8. */
enum TextCharset {
    /** {@code ascii}, {@code utf8mb3}, {@code utf8mb4}: the bytes are UTF-8 already. */
    UTF8 {
        @Override
        void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
            if (quoted) {
                out.string(source, from, count);
            } else {
                out.raw(source, from, count);
            }
        }
    },
    /** {@code latin1}: Windows-1252, where MySQL maps the five bytes it leaves open to the C1 controls. */
    LATIN1 {
        @Override
        void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
            byte[] utf8 = decoded(source, from, count).getBytes(StandardCharsets.UTF_8);
            UTF8.write(utf8, 0, utf8.length, out, quoted);
        }
    };

    private static final char[] WINDOWS_1252 = windows1252();

    abstract void write(byte[] source, int from, int count, JsonBytes out, boolean quoted);

    /** Text of this character set as UTF-8. */
    byte[] utf8(byte[] source) {
        JsonBytes out = new JsonBytes(2 * source.length);
        write(source, 0, source.length, out, false);
        return out.toByteArray();
    }

    /** By the server's name of the character set. */
    static Optional<TextCharset> named(String name) {
        return switch (name) {
            case "ascii", "utf8", "utf8mb3", "utf8mb4" -> Optional.of(UTF8);
            case "latin1" -> Optional.of(LATIN1);
            default -> Optional.empty();
        };
    }

    private static String decoded(byte[] source, int from, int count) {
        char[] chars = new char[count];
        for (int at = 0; at < count; at++) {
            chars[at] = WINDOWS_1252[source[from + at] & 0xff];
        }
        return new String(chars);
    }

    private static char[] windows1252() {
        Charset charset = Charset.forName("windows-1252");
        char[] table = new char[256];
        for (int code = 0; code < table.length; code++) {
            char decoded =
                    charset.decode(ByteBuffer.wrap(new byte[] {(byte) code})).get();
            table[code] = decoded == '\uFFFD' ? (char) code : decoded;
        }
        return table;
    }
}
