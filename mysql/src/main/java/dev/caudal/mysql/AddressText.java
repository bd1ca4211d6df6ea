package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** MariaDB's UUID, INET4 and INET6, spelled as the server spells them. The log leaves out zeros at the end. */
final class AddressText extends TextCharset {

    static final AddressText UUID = new AddressText(16, AddressText::uuid);
    static final AddressText INET4 = new AddressText(4, bytes -> inet4(bytes, 0));
    static final AddressText INET6 = new AddressText(16, AddressText::inet6);

    private static final int WORDS = 8;

    private interface Spelling {
        String of(byte[] bytes);
    }

    private final int width;
    private final Spelling spelling;

    private AddressText(int width, Spelling spelling) {
        this.width = width;
        this.spelling = spelling;
    }

    /** Whether {@code BINARY(bytes)} may be one of these. */
    static boolean mayTake(int bytes) {
        return bytes == UUID.width || bytes == INET4.width;
    }

    @Override
    String selected(String name) {
        return "CAST(" + name + " AS CHAR)";
    }

    @Override
    void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
        byte[] padded = Arrays.copyOf(Arrays.copyOfRange(source, from, from + count), width);
        byte[] text = spelling.of(padded).getBytes(StandardCharsets.US_ASCII);
        UTF8.write(text, 0, text.length, out, quoted);
    }

    private static String uuid(byte[] bytes) {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new java.util.UUID(halves.getLong(), halves.getLong()).toString();
    }

    private static String inet4(byte[] bytes, int from) {
        return (bytes[from] & 0xff) + "." + (bytes[from + 1] & 0xff) + "." + (bytes[from + 2] & 0xff) + "."
                + (bytes[from + 3] & 0xff);
    }

    /** The first of the longest rows of zero words becomes "::", also where it is one word. */
    private static String inet6(byte[] bytes) {
        int gap = 0;
        int gapLength = 0;
        for (int start = 0; start < WORDS; start++) {
            int end = start;
            while (end < WORDS && word(bytes, end) == 0) {
                end++;
            }
            if (end - start > gapLength) {
                gap = start;
                gapLength = end - start;
            }
        }
        boolean mapped = gap == 0 && gapLength == 5 && word(bytes, 5) == 0xffff;
        if (mapped || gap == 0 && gapLength == 6) {
            return (mapped ? "::ffff:" : "::") + inet4(bytes, 12);
        }
        return gapLength == 0
                ? words(bytes, 0, WORDS)
                : words(bytes, 0, gap) + "::" + words(bytes, gap + gapLength, WORDS);
    }

    private static String words(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int index = from; index < to; index++) {
            text.append(index > from ? ":" : "").append(Integer.toHexString(word(bytes, index)));
        }
        return text.toString();
    }

    private static int word(byte[] bytes, int index) {
        return (bytes[2 * index] & 0xff) << 8 | bytes[2 * index + 1] & 0xff;
    }
}
