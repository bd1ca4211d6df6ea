package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class LaneTest {
    @Test
    void a_record_that_comes_when_the_producer_is_closed_fails_and_keeps_no_other_waiting() {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", "0");
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        var failures = new ArrayList<Exception>();
        try (var answers = new Answers()) {
            var lane = new Lane(producer, Duration.ofSeconds(10), answers);
            producer.close(Duration.ZERO);

            for (int i = 0; i < 2; i++) {
                lane.send(
                        new ProducerRecord<>("t", new byte[0]),
                        (metadata, error) -> failures.add(Objects.requireNonNull(error)));
            }
        }
        assertThat(failures).hasSize(2).allMatch(IllegalStateException.class::isInstance);
    }
}
