package dev.caudal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    @Test
    void the_row_is_known_by_its_key_in_the_messages_of_both_engines() {
        assertThat(Arrivals.key(bytes("{\"message\": {\"data\": {\"ID\": 4711, \"Name\": \"x\"}}}")))
                .isEqualTo(4711);
        assertThat(Arrivals.key(bytes("{\"before\":null,\"after\":{\"ID\":12,\"Name\":\"x\"}}")))
                .isEqualTo(12);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
