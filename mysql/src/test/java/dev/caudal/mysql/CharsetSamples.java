package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text for each character set of a server. */
final class CharsetSamples {

    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("armscii8", "Հայ"),
            Map.entry("ascii", "plain"),
            Map.entry("big5", "中文字"),
            Map.entry("cp1250", "łódź"),
            Map.entry("cp1251", "Привет"),
            Map.entry("cp1256", "سلام"),
            Map.entry("cp1257", "āžuols"),
            Map.entry("cp850", "äöéß"),
            Map.entry("cp852", "łódź"),
            Map.entry("cp866", "Привет"),
            Map.entry("cp932", "日本語①"),
            Map.entry("dec8", "ñandú"),
            Map.entry("eucjpms", "日本語①"),
            Map.entry("euckr", "한국어 똠"),
            Map.entry("gb18030", "中文 \uD83D\uDE00"),
            Map.entry("gb2312", "中文字"),
            Map.entry("gbk", "中文字镕"),
            Map.entry("geostd8", "აბგ"),
            Map.entry("greek", "αβγ"),
            Map.entry("hebrew", "שלום"),
            Map.entry("hp8", "ñandú"),
            Map.entry("keybcs2", "čeština"),
            Map.entry("koi8r", "Привет"),
            Map.entry("koi8u", "Привіт"),
            Map.entry("latin1", "ñandú €"),
            Map.entry("latin2", "łódź"),
            Map.entry("latin5", "ğışı"),
            Map.entry("latin7", "āžuols"),
            Map.entry("macce", "čeština"),
            Map.entry("macroman", "ñandú"),
            Map.entry("sjis", "日本語ｱ"),
            Map.entry("swe7", "ÅÄÖ"),
            Map.entry("tis620", "ภาษาไทย"),
            Map.entry("ucs2", "日本é"),
            Map.entry("ujis", "日本語ｱ"),
            Map.entry("utf16", "日é\uD83D\uDE00"),
            Map.entry("utf16le", "日é\uD83D\uDE00"),
            Map.entry("utf32", "日é\uD83D\uDE00"),
            Map.entry("utf8mb3", "日本é"),
            Map.entry("utf8mb4", "日é\uD83D\uDE00"));

    private CharsetSamples() {}

    /** By character set its text; every set that the server has is there. */
    static Map<String, String> of(TestDatabase server) {
        Map<String, String> samples = new LinkedHashMap<>();
        for (String name : names(server, "character_set_name <> 'binary'")) {
            String sample = SAMPLES.get(name);
            if (sample == null) {
                throw new AssertionError("There is no sample for the character set " + name);
            }
            samples.put(name, sample);
        }
        return samples;
    }

    static List<String> ofOneByte(TestDatabase server) {
        return names(server, "maxlen = 1 AND character_set_name NOT IN ('binary', 'ascii')");
    }

    private static List<String> names(TestDatabase server, String condition) {
        String names = server.value(
                "SELECT GROUP_CONCAT(character_set_name ORDER BY 1) FROM information_schema.character_sets WHERE "
                        + condition);
        return new ArrayList<>(List.of(names.split(",")));
    }
}
