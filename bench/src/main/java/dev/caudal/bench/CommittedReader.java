package dev.caudal.bench;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes ordinary readers of committed records. */
final class CommittedReader {
    private CommittedReader() {}

    /** A reader without a group. */
    static KafkaConsumer<byte[], byte[]> open(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "max.poll.records", "500",
                        "fetch.max.bytes", "16777216",
                        "max.partition.fetch.bytes", "8388608"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
