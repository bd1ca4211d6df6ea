package dev.caudal.mysql;

/** Columns that MySQL alone has, and its JSON. */
record MySqlTypes(TypeCases cases) {

    void add() {
        cases.is("VECTOR(3)", "STRING_TO_VECTOR('[1, 2, 3.5]')", "'0000803F0000004000006040'");
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
        cases.is(
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
        cases.is("JSON", pairs);
    }

    /** Text in a message; quotes around it are written as in {@link TypeCases#is}. */
    private static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "'";
    }
}
