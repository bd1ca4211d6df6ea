package dev.caudal.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Retries retries = new Retries();

    @Test
    void pauses_grow_to_ten_seconds_and_never_end_while_a_server_is_away() {
        assertThat(Stream.generate(retries::outage).limit(8).map(Duration::toMillis))
                .containsExactly(400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L, 10_000L);
        assertThat(retries.areUsedUp()).isFalse();
    }

    @Test
    void the_fifth_error_without_a_commit_between_is_the_last() {
        for (int error = 1; error < Retries.FAILURES; error++) {
            assertThat(retries.areUsedUp()).isFalse();
            retries.failure();
        }
        assertThat(retries.areUsedUp()).isTrue();
    }

    @Test
    void a_commit_makes_up_for_what_failed_before() {
        for (int error = 1; error < Retries.FAILURES; error++) {
            retries.failure();
            retries.outage();
        }
        retries.delivered();
        assertThat(retries.areUsedUp()).isFalse();
        assertThat(retries.outage()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void an_instance_that_was_replaced_waits_long_enough_to_be_stopped() {
        assertThat(retries.takenOver()).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void a_pause_is_waited_for_in_parts() throws InterruptedException {
        retries.failure();
        assertThat(retries.pauses(Duration.ofMillis(1))).isTrue();
        Thread.sleep(450);
        assertThat(retries.pauses(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void a_server_that_is_away_is_told_from_one_that_refuses() {
        assertThat(Retries.isOutage(new TimeoutException("no metadata"))).isTrue();
        assertThat(Retries.isOutage(new ConnectException("Cannot describe", new DisconnectException())))
                .isTrue();
        assertThat(Retries.isOutage(new KafkaException(new TopicAuthorizationException("no right"))))
                .isFalse();
        assertThat(Retries.isOutage(new SaslAuthenticationException("wrong password")))
                .isFalse();
        assertThat(Retries.isOutage(
                        new TimeoutException("no node", new SslAuthenticationException("handshake failed"))))
                .isFalse();
        assertThat(Retries.isOutage(new InvalidTxnStateException("ended"))).isFalse();
    }
}
