package dev.caudal.server.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of definitions as a reader sees it: what was committed, each record once. For one thread at a time. */
final class DefinitionLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TopicPartition PARTITION = new TopicPartition(Definitions.TOPIC, 0);

    private final KafkaConsumer<String, byte[]> consumer;

    /**
     * What is said about a definition.
     *
     * @param key kind and name
     * @param value the definition; empty when it is gone
     */
    record Entry(String key, Optional<byte[]> value) {}

    DefinitionLog(Map<String, String> clients) {
        var settings = new HashMap<String, Object>(clients);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
    }

    /**
     * All that was committed since the last time, up to now.
     *
     * @throws KafkaException when that cannot be found out; then nothing is lost
     */
    List<Entry> news() {
        long start = consumer.position(PARTITION, PATIENCE);
        try {
            return news(consumer.endOffsets(List.of(PARTITION), PATIENCE).getOrDefault(PARTITION, start));
        } catch (KafkaException e) {
            consumer.seek(PARTITION, start);
            throw e;
        }
    }

    private List<Entry> news(long end) {
        var entries = new ArrayList<Entry>();
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(PARTITION, PATIENCE) < end) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                entries.add(new Entry(record.key(), Optional.ofNullable(record.value())));
            }
            if (System.nanoTime() - limit > 0) {
                throw new TimeoutException("The topic %s cannot be read to its end %d within %d s"
                        .formatted(Definitions.TOPIC, end, PATIENCE.toSeconds()));
            }
        }
        return entries;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
