package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64TextTest {
    @Test
    void it_writes_and_reads_as_the_java_platform_does() {
        var random = new Random(7);
        for (int length = 0; length < 300; length++) {
            var data = new byte[length];
            random.nextBytes(data);
            var expected = Base64.getEncoder().encode(data);

            var text = new byte[Base64Text.length(length) + 3];
            int end = Base64Text.encode(data, text, 3);
            assertThat(Arrays.copyOfRange(text, 3, end)).isEqualTo(expected);

            int decoded = Base64Text.decode(text, 3, end);
            assertThat(Arrays.copyOfRange(text, 3, decoded)).isEqualTo(data);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "ab==cd==", "a===", "====", "ab=c", "a b=", "abc-", "é12="})
    void what_is_no_base64_is_refused(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Base64Text.decode(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUJD\\nREVG\\nR0hJ\\nSktM\\n",
                "QUJD\\r\\nQUJD\\r\\n",
                "QUJ\\t",
                "QUJ\\b",
                "QUJ\\f",
                "QUJ\\u0144"
            })
    void an_escape_that_stands_for_no_letter_of_base64_becomes_none(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Base64Text.decode(bytes, 0, JsonText.unescape(bytes, 0, bytes.length)))
                .isEqualTo(-1);
    }

    @Test
    void letters_of_base64_may_be_escaped() {
        var bytes = "\\u0051UJ\\u0044\\/\\/8\\u003d".getBytes(StandardCharsets.UTF_8);

        int end = Base64Text.decode(bytes, 0, JsonText.unescape(bytes, 0, bytes.length));

        assertThat(Arrays.copyOf(bytes, end)).containsExactly('A', 'B', 'C', 0xFF, 0xFF);
    }
}
