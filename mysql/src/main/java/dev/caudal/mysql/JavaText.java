package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The character sets of several bytes a character, as Java decodes them, for the load as for the log. Java and the servers
 * agree in all but a few symbols (and, in the Japanese EUC sets, user-defined characters).
 */
final class JavaText extends TextCharset {

    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(
            Map.entry("big5", "Big5"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("eucjpms", "x-eucJP-Open"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("gb18030", "GB18030"),
            Map.entry("gb2312", "GB2312"),
            Map.entry("gbk", "GBK"),
            Map.entry("sjis", "Shift_JIS"),
            Map.entry("ucs2", "UTF-16BE"),
            Map.entry("ujis", "EUC-JP"),
            Map.entry("utf16", "UTF-16BE"),
            Map.entry("utf16le", "UTF-16LE"),
            Map.entry("utf32", "UTF-32BE"));

    private final Charset charset;

    private JavaText(Charset charset) {
        this.charset = charset;
    }

    /** Empty also where the Java runtime was built without the set. */
    static Optional<TextCharset> named(String name) {
        return Optional.ofNullable(JAVA_NAMES.get(name))
                .filter(Charset::isSupported)
                .map(java -> new JavaText(Charset.forName(java)));
    }

    @Override
    String selected(String name) {
        return "CAST(" + name + " AS BINARY)";
    }

    @Override
    TextCharset loaded() {
        return this;
    }

    @Override
    void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
        byte[] utf8 = new String(source, from, count, charset).getBytes(StandardCharsets.UTF_8);
        UTF8.write(utf8, 0, utf8.length, out, quoted);
    }
}
