package dev.caudal.server.definition;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topic of definitions, all records of a change or none; one that starts fences those before it. For one thread at a time. */
final class DefinitionWriter implements AutoCloseable {
    private static final String TRANSACTIONAL_ID = Definitions.TOPIC;
    private static final String PATIENCE_MILLIS = "15000";

    private final KafkaProducer<String, byte[]> producer;

    /**
     * Starts to write; what another one has begun is aborted, or ended where it was decided.
     *
     * @throws KafkaException when the brokers do not answer
     */
    DefinitionWriter(Map<String, String> clients) {
        var settings = new HashMap<String, Object>(clients);
        settings.put("transactional.id", TRANSACTIONAL_ID);
        settings.put("transaction.timeout.ms", "10000");
        settings.put("max.block.ms", PATIENCE_MILLIS);
        settings.put("delivery.timeout.ms", PATIENCE_MILLIS);
        settings.put("request.timeout.ms", "5000");
        settings.put("linger.ms", "0");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    /**
     * Writes; when it throws, nobody knows whether that was done, and this writer is to be closed.
     *
     * @param changes by definition; empty for one that goes
     * @throws KafkaException when it does not know what came of it
     */
    void write(Map<DefinitionId, Optional<Definition<?>>> changes) {
        var records = changes.entrySet().stream()
                .map(change -> new ProducerRecord<>(
                        Definitions.TOPIC,
                        0,
                        change.getKey().key(),
                        change.getValue().map(Definition::record).orElse(null)))
                .toList();
        producer.beginTransaction();
        for (var record : records) {
            // The commit throws what became of it.
            var unused = producer.send(record);
        }
        producer.commitTransaction();
    }

    /** Whether a failure means that another server has taken over. */
    static boolean isFenced(KafkaException failure) {
        return List.of(ProducerFencedException.class, InvalidProducerEpochException.class).stream()
                .anyMatch(type -> type.isInstance(failure) || type.isInstance(failure.getCause()));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
