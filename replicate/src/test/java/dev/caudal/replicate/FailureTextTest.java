package dev.caudal.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void a_message_ends_with_one_full_stop() {
        assertThat(FailureText.sentence("Lost the log of db:3306: Socket closed"))
                .isEqualTo("Lost the log of db:3306: Socket closed.");
        assertThat(FailureText.sentence("The server is away.\n")).isEqualTo("The server is away.");
    }

    @Test
    void a_cause_is_told_once() {
        var failure =
                new IllegalStateException("Lost", new IllegalArgumentException(new EOFException("Socket closed")));

        assertThat(FailureText.cause(failure, "Lost the log.")).isEqualTo("Socket closed");
        assertThat(FailureText.cause(failure, "Lost the log: Socket closed.")).isEmpty();
        assertThat(FailureText.cause(new EOFException("Socket closed"), "Lost."))
                .isEmpty();
    }
}
