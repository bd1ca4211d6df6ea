package dev.caudal.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The yardstick: Kafka's own clients in this process, with the proxy's settings for them. */
final class DirectClient {
    private final String bootstrapServers;

    DirectClient(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** A producer that knows the topic already. */
    KafkaProducer<byte[], byte[]> producer(String topic) {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "linger.ms", "2",
                        "batch.size", "131072",
                        "buffer.memory", "67108864",
                        "max.request.size", "16777216"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        var unused = producer.partitionsFor(topic);
        return producer;
    }

    /** Sends so many records and waits until all are acknowledged. */
    static void send(KafkaProducer<byte[], byte[]> producer, String topic, SampleRecords samples, int count) {
        var failure = new AtomicReference<@Nullable Exception>();
        for (int i = 0; i < count; i++) {
            var unused = producer.send(new ProducerRecord<>(topic, samples.value(i)), (metadata, error) -> {
                if (error != null) {
                    failure.set(error);
                }
            });
        }
        producer.flush();
        var failed = failure.get();
        if (failed != null) {
            throw new BenchFailure("A record was not taken: " + failed.getMessage(), failed);
        }
    }

    /** A reader of these partitions from their beginning. */
    KafkaConsumer<byte[], byte[]> consumer(List<TopicPartition> partitions) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "max.poll.records", "5000",
                        "fetch.max.bytes", "8388608",
                        "max.partition.fetch.bytes", "4194304"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Reads so many records. */
    static void read(KafkaConsumer<byte[], byte[]> consumer, int count, Duration limit) {
        long begin = System.nanoTime();
        int found = 0;
        while (found < count) {
            found += consumer.poll(Duration.ofMillis(100)).count();
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new BenchFailure(
                        "Only %d of %d records were read in %d s.".formatted(found, count, limit.toSeconds()));
            }
        }
    }
}
