package dev.caudal.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonScannerTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-0.5e+7",
                "\"\"",
                "\"a\\u00e9\\n\\/é€😀\"",
                "null",
                " [ ] ",
                "{\"a\":[1,{\"b\":true}],\"c\":false}"
            })
    void what_is_json_is_passed(String text) {
        assertThat(JsonScanner.isJson(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void each_byte_is_judged_alike_wherever_it_stands_in_a_string() {
        for (int at = 1; at <= 20; at++) {
            for (int octet = 0; octet < 256; octet++) {
                byte[] text = "\"%s\"".formatted("x".repeat(20)).getBytes(StandardCharsets.US_ASCII);
                text[at] = (byte) octet;
                // A backslash is no fault before a character that it may escape, and x is none.
                boolean plain = octet >= ' ' && octet < 0x80 && octet != '"' && octet != '\\';
                assertThat(JsonScanner.isJson(text))
                        .as("byte %d at %d", octet, at)
                        .isEqualTo(plain);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "1.",
                ".5",
                "-",
                "1e",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\t\"",
                "nul",
                "[1,]",
                "[1 2]",
                "{1:2}",
                "{\"a\"}",
                "{\"a\":1,}",
                "[",
                "}",
                "1 2",
                "{\"a\":1}x",
                "NaN"
            })
    void what_is_not_json_is_refused(String text) {
        assertThat(JsonScanner.isJson(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void text_must_be_utf8() {
        for (int[] bad : new int[][] {
            {0x80}, {0xC0, 0x80}, {0xE0, 0x80, 0x80}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}, {0xC3}, {0xFF}
        }) {
            var bytes = new byte[bad.length + 2];
            bytes[0] = '"';
            for (int i = 0; i < bad.length; i++) {
                bytes[i + 1] = (byte) bad[i];
            }
            bytes[bad.length + 1] = '"';
            assertThat(JsonScanner.isJson(bytes)).isFalse();
        }
    }

    @Test
    void nesting_has_a_limit() {
        assertThat(JsonScanner.isJson("[".repeat(900).concat("]".repeat(900)).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(JsonScanner.isJson("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\n1}", "1\n", "\r[]", "[1,\r\n2]"})
    void the_end_of_a_line_between_tokens_is_seen(String text) {
        assertThat(scanned(text).lineEnded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\" :\t1}", "\"\\n\"", " 1 "})
    void other_space_ends_no_line(String text) {
        assertThat(scanned(text).lineEnded()).isFalse();
    }

    private static JsonScanner scanned(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var scanner = new JsonScanner(bytes, 0, bytes.length);
        scanner.document();
        return scanner;
    }

    /** Another parser is the judge. */
    @Test
    void damaged_json_is_judged_as_by_jackson() {
        long seed = Long.getLong("seed", 1);
        var random = new Random(seed);
        var sound = "{\"a\":[1,-2.5e3,\"x\\n\\u00e9\"],\"b\":{\"c\":null,\"d\":[true,false,{}]}}";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(sound);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}[],:\"\\0e-.tn ".charAt(random.nextInt(15)));
                    default -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                }
            }
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(JsonScanner.isJson(bytes)).as("seed %d: %s", seed, text).isEqualTo(jacksonTakes(bytes));
        }
    }

    private static boolean jacksonTakes(byte[] bytes) {
        try {
            return !JSON.readTree(bytes).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }
}
