package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The character sets of one byte a character, by the servers' own tables: Java's differ in some characters and lack some
 * sets, and the load has text that the server converted.
 */
final class SingleByteText extends TextCharset {

    private static final int CHARACTERS = 256;
    private static final int LONGEST = 3;
    private static final Map<String, TextCharset> ALL = read();

    private final char[] characters;

    private SingleByteText(char[] characters) {
        this.characters = characters;
    }

    static Optional<TextCharset> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    @Override
    void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
        byte[] utf8 = new byte[LONGEST * count];
        int length = 0;
        for (int at = from; at < from + count; at++) {
            char character = characters[source[at] & 0xff];
            if (character < 0x80) {
                utf8[length++] = (byte) character;
            } else if (character < 0x800) {
                utf8[length++] = (byte) (0xc0 | character >> 6);
                utf8[length++] = (byte) (0x80 | character & 0x3f);
            } else {
                utf8[length++] = (byte) (0xe0 | character >> 12);
                utf8[length++] = (byte) (0x80 | character >> 6 & 0x3f);
                utf8[length++] = (byte) (0x80 | character & 0x3f);
            }
        }
        UTF8.write(utf8, 0, length, out, quoted);
    }

    private static Map<String, TextCharset> read() {
        try (InputStream file = SingleByteText.class.getResourceAsStream("charsets.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII);
            return parse(text.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The tables of character sets cannot be read.", e);
        }
    }

    private static Map<String, TextCharset> parse(List<String> lines) {
        Map<String, TextCharset> all = new HashMap<>();
        char[] characters = {};
        for (String line : lines) {
            String[] parts = line.split(" ");
            if (parts.length == 1) {
                characters = ascii();
                all.put(line, new SingleByteText(characters));
            } else {
                int from = Integer.parseInt(parts[0], 16);
                for (int part = 1; part < parts.length; part++) {
                    characters[from + part - 1] = (char) Integer.parseInt(parts[part], 16);
                }
            }
        }
        return all;
    }

    private static char[] ascii() {
        char[] characters = new char[CHARACTERS];
        for (char code = 0; code < CHARACTERS; code++) {
            characters[code] = code < 0x80 ? code : '?';
        }
        return characters;
    }
}
