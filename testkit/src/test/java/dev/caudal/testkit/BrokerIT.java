package dev.caudal.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BrokerIT {
    @Test
    void a_committed_reader_leaves_out_what_an_aborted_transaction_wrote()
            throws ExecutionException, InterruptedException {
        try (var kafka = TestKafka.start()) {
            kafka.createTopic("t", 2);
            Map<String, Object> settings =
                    Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "x");
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("t", 0, null, "kept")).get();
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("t", 1, null, "dropped")).get();
                producer.abortTransaction();
            }

            assertThat(values(kafka, true)).containsExactly("kept");
            assertThat(values(kafka, false)).containsExactlyInAnyOrder("kept", "dropped");

            kafka.kill();
            kafka.restart();
            assertThat(values(kafka, true)).containsExactly("kept");
        }
    }

    private static List<String> values(TestKafka kafka, boolean readCommitted) {
        return kafka.consume("t", readCommitted).stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }
}
