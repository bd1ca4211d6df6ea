package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Column types with values and what a message says of them. */
final class TypeCases {

    private final List<Case> cases = new ArrayList<>();

    private TypeCases() {}

    /** A column definition, values as SQL, and the JSON of each value; null where only load and log must agree. */
    record Case(String type, List<String> values, List<String> expected) {}

    /** The cases of a server. */
    static List<Case> of(TestDatabase server) {
        TypeCases cases = new TypeCases();
        cases.integers();
        cases.fractions();
        cases.text();
        cases.moments();
        cases.enumerations();
        cases.bytes();
        boolean mariaDb = isMariaDb(server);
        cases.geometry(mariaDb);
        if (mariaDb) {
            cases.addresses();
            cases.compressed();
        } else {
            cases.ofMySql();
        }
        return cases.cases;
    }

    static boolean isMariaDb(TestDatabase server) {
        return server.value("SELECT VERSION()").contains("MariaDB");
    }

    private void is(String type, String... valuesAndExpected) {
        List<String> values = new ArrayList<>(List.of("NULL"));
        List<String> expected = new ArrayList<>(List.of("null"));
        for (int index = 0; index < valuesAndExpected.length; index += 2) {
            values.add(valuesAndExpected[index]);
            expected.add(valuesAndExpected[index + 1]);
        }
        cases.add(new Case(type, values, expected));
    }

    private void same(String type, String... values) {
        String[] pairs = new String[2 * values.length];
        for (int index = 0; index < values.length; index++) {
            pairs[2 * index] = values[index];
            pairs[2 * index + 1] = values[index];
        }
        is(type, pairs);
    }

    private void integers() {
        same("TINYINT", "-128", "-1", "0", "127");
        same("TINYINT(1)", "-128", "0", "1", "127");
        same("TINYINT UNSIGNED", "0", "128", "255");
        same("SMALLINT", "-32768", "-1", "32767");
        same("SMALLINT UNSIGNED", "0", "65535");
        same("MEDIUMINT", "-8388608", "-1", "8388607");
        same("MEDIUMINT UNSIGNED", "0", "8388608", "16777215");
        same("INT", "-2147483648", "-1", "2147483647");
        same("INT UNSIGNED", "0", "2147483648", "4294967295");
        same("INT(8) ZEROFILL", "0", "42", "4294967295");
        same("BIGINT", "-9223372036854775808", "-1", "9223372036854775807");
        same("BIGINT UNSIGNED", "0", "9223372036854775808", "18446744073709551615");
        same("BIGINT(20) ZEROFILL", "0", "42", "18446744073709551615");
        is("YEAR", "0", "0", "1901", "1901", "2026", "2026", "2155", "2155", "'0000'", "0");
    }

    private void fractions() {
        is("DECIMAL(10,2)", "0", "'0.00'", "-0.01", "'-0.01'", "1.5", "'1.50'", "-99999999.99", "'-99999999.99'");
        is("DECIMAL(5)", "-99999", "'-99999'", "7", "'7'", "0", "'0'");
        is("DECIMAL(9,9)", "0.123456789", "'0.123456789'", "-0.000000001", "'-0.000000001'");
        is("DECIMAL(18,9)", "123456789.000000001", "'123456789.000000001'", "-1", "'-1.000000000'");
        is("DECIMAL(8,3) ZEROFILL", "1.5", "'1.500'", "12345.678", "'12345.678'", "0", "'0.000'");
        is("DECIMAL(10,1) UNSIGNED", "999999999.9", "'999999999.9'", "1000000.0", "'1000000.0'");
        String large = "12345678901234567890123456789012345.123456789012345678901234567891";
        is(
                "DECIMAL(65,30)",
                large,
                "'" + large + "'",
                "-" + large,
                "'-" + large + "'",
                "1e-30",
                "'0." + "0".repeat(29) + "1'");
        is("DECIMAL(30,30)", "1e-30", "'0." + "0".repeat(29) + "1'", "-0.1", "'-0.1" + "0".repeat(29) + "'");
        is("DECIMAL(65,0)", "9".repeat(65), "'" + "9".repeat(65) + "'", "-1", "'-1'");
        is(
                "FLOAT",
                "0",
                "0.0",
                "-1.5",
                "-1.5",
                "0.1",
                "0.1",
                "3.4028234e38",
                "3.4028235E38",
                "16777217",
                "1.6777216E7",
                "1234567",
                "1234567.0");
        is("FLOAT(7,3)", "1234.5678", "1234.568", "-0.001", "-0.001");
        is(
                "DOUBLE",
                "0",
                "0.0",
                "-0e0",
                "-0.0",
                "0.1",
                "0.1",
                "1.7976931348623157e308",
                "1.7976931348623157E308",
                "2.2250738585072014e-308",
                "2.2250738585072014E-308",
                "123456789.123456789",
                "1.2345678912345679E8",
                "0.1e0+0.2e0",
                "0.30000000000000004",
                "1e100",
                "1.0E100");
        is("DOUBLE(10,3) ZEROFILL", "1.5", "1.5", "1234567.891", "1234567.891");
    }

    private void text() {
        String odd =
                "CONCAT('\"', 'a\\\\b/', CHAR(9), CHAR(10), CHAR(13), CHAR(0), CHAR(8), CHAR(12), CHAR(31), CHAR(127))";
        String escaped = "'\\\"a\\\\b/\\t\\n\\r\\u0000\\b\\f\\u001F\u007f'";
        for (String type : List.of(
                "CHAR(30)", "VARCHAR(30)", "VARCHAR(300)", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "CHAR(255)")) {
            is(
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
        is("VARCHAR(10) CHARACTER SET utf8mb4", "'tail  '", "'tail  '");
        is("CHAR(10) CHARACTER SET utf8mb3", "'é日'", "'é日'");
        is("CHAR(200) CHARACTER SET latin1", "'ñandú'", "'ñandú'");
        is("VARCHAR(10) CHARACTER SET ascii", "'plain'", "'plain'");
        is("VARCHAR(255) CHARACTER SET utf8mb4", "REPEAT('ü', 255)", "'" + "ü".repeat(255) + "'");
        is("VARCHAR(256) CHARACTER SET latin1", "REPEAT('ü', 256)", "'" + "ü".repeat(256) + "'");
        is("LONGTEXT CHARACTER SET latin1", "REPEAT('ÿ', 70000)", "'" + "ÿ".repeat(70_000) + "'");
        is("CHAR(0)", "''", "''");
        for (String type : List.of("CHAR(128)", "VARCHAR(128)", "TEXT")) {
            String high = IntStream.range(128, 256)
                    .mapToObj(code -> "%02X".formatted(code))
                    .collect(Collectors.joining());
            is(type + " CHARACTER SET latin1", "_latin1 X'" + high + "'", "'" + latin1() + "'");
        }
    }

    /** The upper half of MySQL's latin1: Windows-1252, its five gaps being C1 controls. */
    private static String latin1() {
        String windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
        return windows + IntStream.range(160, 256).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private void moments() {
        is(
                "DATE",
                "'1000-01-01'",
                "'1000-01-01'",
                "'9999-12-31'",
                "'9999-12-31'",
                "'0000-00-00'",
                "'0000-00-00'",
                "'2026-02-00'",
                "'2026-02-00'",
                "'2024-02-29'",
                "'2024-02-29'");
        is(
                "TIME",
                "'-838:59:59'",
                "'-838:59:59'",
                "'838:59:59'",
                "'838:59:59'",
                "'00:00:00'",
                "'00:00:00'",
                "'-00:00:01'",
                "'-00:00:01'",
                "'100:00:00'",
                "'100:00:00'",
                "'9:08:07'",
                "'09:08:07'");
        is(
                "DATETIME",
                "'1000-01-01 00:00:00'",
                "'1000-01-01 00:00:00.000000'",
                "'9999-12-31 23:59:59'",
                "'9999-12-31 23:59:59.000000'",
                "'0000-00-00 00:00:00'",
                "'0000-00-00 00:00:00.000000'",
                "'2026-00-10 01:02:03'",
                "'2026-00-10 01:02:03.000000'");
        is(
                "TIMESTAMP NULL",
                "'1970-01-01 00:00:01'",
                "'1970-01-01 00:00:01.000000'",
                "'2038-01-19 03:14:07'",
                "'2038-01-19 03:14:07.000000'",
                "'0000-00-00 00:00:00'",
                "'0000-00-00 00:00:00.000000'",
                "'2024-02-29 12:34:56'",
                "'2024-02-29 12:34:56.000000'",
                "'2000-03-01 00:00:00'",
                "'2000-03-01 00:00:00.000000'");
        for (int digits = 1; digits <= 6; digits++) {
            String fraction = "987654".substring(0, digits);
            String zeros = fraction + "0".repeat(6 - digits);
            is(
                    "TIME(" + digits + ")",
                    "'-10:11:12." + fraction + "'",
                    "'-10:11:12." + fraction + "'",
                    "'838:59:58." + fraction + "'",
                    "'838:59:58." + fraction + "'",
                    "'-00:00:00." + fraction + "'",
                    "'-00:00:00." + fraction + "'",
                    "'01:02:03'",
                    "'01:02:03." + "0".repeat(digits) + "'",
                    "'-838:59:59'",
                    "'-838:59:59." + "0".repeat(digits) + "'");
            is(
                    "DATETIME(" + digits + ")",
                    "'2026-11-24 03:45:06." + fraction + "'",
                    "'2026-11-24 03:45:06." + zeros + "'",
                    "'0000-00-00 00:00:00'",
                    "'0000-00-00 00:00:00.000000'");
            is(
                    "TIMESTAMP(" + digits + ") NULL",
                    "'2026-11-24 03:45:06." + fraction + "'",
                    "'2026-11-24 03:45:06." + zeros + "'",
                    "'0000-00-00 00:00:00'",
                    "'0000-00-00 00:00:00.000000'");
        }
    }

    private void enumerations() {
        is("ENUM('a','b')", "'a'", "'a'", "'b'", "'b'", "'nonsense'", "''");
        is(
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
        is("ENUM('ñ','€') CHARACTER SET latin1", "'ñ'", "'ñ'", "'€'", "'€'");
        is(
                "ENUM(" + IntStream.range(0, 300).mapToObj(n -> "'e" + n + "'").collect(Collectors.joining(",")) + ")",
                "'e0'",
                "'e0'",
                "'e255'",
                "'e255'",
                "'e299'",
                "'e299'");
    }

    private void bytes() {
        is("BIT", "b'1'", "true", "b'0'", "false");
        is("BIT(3)", "b'101'", "'05'", "b'0'", "'00'");
        is("BIT(12)", "b'101010111100'", "'0ABC'", "1", "'0001'");
        is("BIT(64)", "~0", "'FFFFFFFFFFFFFFFF'", "1", "'0000000000000001'");
        is("SET('a','b','c d')", "''", "''", "'c d,a'", "'a,c d'", "7", "'a,b,c d'");
        is("SET('ñ','€') CHARACTER SET latin1", "'ñ,€'", "'ñ,€'", "'€'", "'€'");
        String labels = IntStream.range(0, 64).mapToObj(n -> "'s" + n + "'").collect(Collectors.joining(","));
        is("SET(" + labels + ")", "'s63'", "'s63'", "'s0,s31,s32,s62'", "'s0,s31,s32,s62'");
        is("BINARY", "'a'", "'61'", "''", "'00'");
        is("BINARY(4)", "'ab'", "'61620000'", "X'FF00FF00'", "'FF00FF00'", "''", "'00000000'");
        is("BINARY(16)", "X'0123'", "'0123" + "0".repeat(28) + "'", "''", "'" + "0".repeat(32) + "'");
        is("BINARY(255)", "REPEAT('z', 255)", "'" + "7A".repeat(255) + "'", "''", "'" + "00".repeat(255) + "'");
        for (String type : List.of("VARBINARY(200)", "VARBINARY(300)", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB")) {
            is(type, "''", "''", "X'00FF7F80'", "'00FF7F80'", "'a\"\\\\'", "'61225C'", "X'0000'", "'0000'");
        }
        is("MEDIUMBLOB", "REPEAT(X'AB', 70000)", "'" + "AB".repeat(70_000) + "'");
    }

    /** The number of the reference system is left out; the first coordinate is the one that is stored first. */
    private void geometry(boolean mariaDb) {
        String point = "0101000000000000000000F03F0000000000000040";
        // MySQL reads latitude first where the reference system says so, and stores longitude first.
        String swapped = "01010000000000000000000040000000000000F03F";
        is("POINT", "ST_GeomFromText('POINT(1 2)')", "'" + point + "'");
        is("GEOMETRY", "ST_GeomFromText('POINT(1 2)', 4326)", "'" + (mariaDb ? point : swapped) + "'");
        is(
                "LINESTRING",
                "ST_GeomFromText('LINESTRING(1 2, 1 2)')",
                "'010200000002000000" + point.substring(10) + point.substring(10) + "'");
        is(
                "GEOMETRYCOLLECTION",
                "ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 2))')",
                "'010700000001000000" + point + "'");
    }

    private void addresses() {
        is(
                "UUID",
                "'123e4567-e89b-12d3-a456-426655440000'",
                "'123e4567-e89b-12d3-a456-426655440000'",
                "'FFFFFFFF-ffff-4fff-bfff-ffffffffffff'",
                "'ffffffff-ffff-4fff-bfff-ffffffffffff'",
                "'00000000-0000-0000-0000-000000000000'",
                "'00000000-0000-0000-0000-000000000000'",
                "'018f4a3c-1234-7abc-8def-0123456789ab'",
                "'018f4a3c-1234-7abc-8def-0123456789ab'");
        same("INET4", "'0.0.0.0'", "'1.2.3.0'", "'255.255.255.255'");
        same(
                "INET6",
                "'::'",
                "'::1'",
                "'1::'",
                "'2001:db8::ff00:42:8329'",
                "'1::2:0:0:4:5'",
                "'1::2:3:4:5:6:7'",
                "'::1.2.3.4'",
                "'::ffff:1.2.3.4'",
                "'::0.2.0.3'",
                "'1:2:3:4:5:6:7:8'",
                "'::ffff:0:102:304'");
    }

    private void compressed() {
        String text = "é".repeat(70_000);
        is(
                "VARCHAR(200) COMPRESSED",
                "''",
                "''",
                "'short'",
                "'short'",
                "REPEAT('é', 200)",
                "'" + "é".repeat(200) + "'");
        is("LONGTEXT COMPRESSED", "''", "''", "'short'", "'short'", "REPEAT('é', 70000)", "'" + text + "'");
        is("TEXT COMPRESSED CHARACTER SET latin1", "REPEAT('é', 300)", "'" + "é".repeat(300) + "'");
        is("BLOB COMPRESSED", "REPEAT(X'AB', 300)", "'" + "AB".repeat(300) + "'", "X'00'", "'00'");
        is("VARBINARY(300) COMPRESSED", "REPEAT(X'AB', 300)", "'" + "AB".repeat(300) + "'", "''", "''");
    }

    private void ofMySql() {
        is("VECTOR(3)", "STRING_TO_VECTOR('[1, 2, 3.5]')", "'0000803F0000004000006040'");
        json("null", "true", "false", "0", "-1", "65535", "32768", "-32769", "4294967295", "18446744073709551615");
        json(
                "-9223372036854775808",
                "0.1",
                "-0.0",
                "1.0",
                "1e15",
                "100000000000000.0",
                "5e-324",
                "1.5e300",
                "{}",
                "[]");
        json("\"\"", "\"é\uD83D\uDE00\"", "{\"a\": [1, {\"b\": null}], \"aa\": \"x\"}", "[[[]], {}]");
        json("\"quote \\\" slash \\\\ line \\n \\u0001\"", "[" + "70000, ".repeat(30_000) + "-5]");
        json("{\"long\": \"" + "é".repeat(40_000) + "\", \"short\": 70000}");
        is(
                "JSON",
                "JSON_ARRAY(1.50, 1e-5, CAST(-1234567890.123 AS DECIMAL(65,30)))",
                "'[1.50, 0.00001, -1234567890.123" + "0".repeat(27) + "]'",
                "JSON_ARRAY(DATE'2026-11-27', TIME'-838:59:59', TIME'10:11:12.5')",
                text("[\"2026-11-27\", \"-838:59:59.000000\", \"10:11:12.500000\"]"),
                "JSON_ARRAY(TIMESTAMP'9999-12-31 23:59:59.123456')",
                text("[\"9999-12-31 23:59:59.123456\"]"),
                "JSON_ARRAY(X'0102', b'101')",
                text("[\"base64:type15:AQI=\", \"base64:type15:BQ==\"]"),
                "JSON_ARRAY(REPEAT(X'AB', 60))",
                text("[\"base64:type15:" + "q6ur".repeat(19) + "\\n" + "q6ur" + "\"]"));
    }

    /** JSON that reads as it was written. */
    private void json(String... texts) {
        String[] pairs = new String[2 * texts.length];
        for (int index = 0; index < texts.length; index++) {
            pairs[2 * index] = "'" + texts[index].replace("\\", "\\\\") + "'";
            pairs[2 * index + 1] = text(texts[index]);
        }
        is("JSON", pairs);
    }

    /** Text in a message; quotes around it are written as in {@link #is}. */
    private static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "'";
    }
}
