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
}
