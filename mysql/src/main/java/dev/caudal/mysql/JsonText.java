package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;

/** MySQL's JSON: text for the load, a binary form in the log. MariaDB's is text, with a check. */
final class JsonText extends TextCharset {

    static final TextCharset JSON = new JsonText();

    private JsonText() {}

    /** The driver gives no bytes of the type. */
    @Override
    String selected(String name) {
        return "CAST(" + name + " AS CHAR)";
    }

    @Override
    void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
        JsonBytes text = new JsonBytes(2 * count + 16);
        new BinaryJson(source, text).document(from, count);
        UTF8.write(text.toByteArray(), 0, text.length(), out, quoted);
    }
}
