package dev.caudal.mysql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of text, free and of a list. */
record TextTypes(TypeCases cases) {

    void text() {
        String odd =
                "CONCAT('\"', 'a\\\\b/', CHAR(9), CHAR(10), CHAR(13), CHAR(0), CHAR(8), CHAR(12), CHAR(31), CHAR(127))";
        String escaped = "'\\\"a\\\\b/\\t\\n\\r\\u0000\\b\\f\\u001F\u007f'";
        for (String type : List.of(
                "CHAR(30)", "VARCHAR(30)", "VARCHAR(300)", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "CHAR(255)")) {
            cases.is(
                    type + " CHARACTER SET utf8mb4",
                    "''",
                    "''",
                    "'Bogotá \uD83D\uDE00 日本'",
                    "'Bogotá \uD83D\uDE00 日本'",
                    odd,
                    escaped,
                    "'  spaces in front'",
                    "'  spaces in front'",
                    "'NULL'",
                    "'NULL'");
        }
        cases.is("VARCHAR(10) CHARACTER SET utf8mb4", "'tail  '", "'tail  '");
        cases.is("CHAR(10) CHARACTER SET utf8mb3", "'é日'", "'é日'");
        cases.is("CHAR(200) CHARACTER SET latin1", "'ñandú'", "'ñandú'");
        cases.is("VARCHAR(10) CHARACTER SET ascii", "'plain'", "'plain'");
        cases.is("VARCHAR(255) CHARACTER SET utf8mb4", "REPEAT('ü', 255)", "'" + "ü".repeat(255) + "'");
        cases.is("VARCHAR(256) CHARACTER SET latin1", "REPEAT('ü', 256)", "'" + "ü".repeat(256) + "'");
        cases.is("LONGTEXT CHARACTER SET latin1", "REPEAT('ÿ', 70000)", "'" + "ÿ".repeat(70_000) + "'");
        cases.is("CHAR(0)", "''", "''");
        for (String type : List.of("CHAR(128)", "VARCHAR(128)", "TEXT")) {
            String high = IntStream.range(128, 256)
                    .mapToObj(code -> "%02X".formatted(code))
                    .collect(Collectors.joining());
            cases.is(type + " CHARACTER SET latin1", "_latin1 X'" + high + "'", "'" + latin1() + "'");
        }
    }

    /** The upper half of MySQL's latin1: Windows-1252, its five gaps being C1 controls. */
    private static String latin1() {
        String windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
        return windows + IntStream.range(160, 256).mapToObj(Character::toString).collect(Collectors.joining());
    }

    void enumerations() {
        cases.is("ENUM('a','b')", "'a'", "'a'", "'b'", "'b'", "'nonsense'", "''");
        cases.is(
                "ENUM('it''s','a,b','\"q\"','back\\\\slash','é','(x)','') CHARACTER SET utf8mb4",
                "1",
                "'it\\'s'".replace("\\'", "\u0000"),
                "2",
                "'a,b'",
                "3",
                "'\\\"q\\\"'",
                "4",
                "'back\\\\slash'",
                "5",
                "'é'",
                "6",
                "'(x)'",
                "7",
                "''");
        cases.is("ENUM('ñ','€') CHARACTER SET latin1", "'ñ'", "'ñ'", "'€'", "'€'");
        cases.is(
                "ENUM(" + IntStream.range(0, 300).mapToObj(n -> "'e" + n + "'").collect(Collectors.joining(",")) + ")",
                "'e0'",
                "'e0'",
                "'e255'",
                "'e255'",
                "'e299'",
                "'e299'");
    }
}
