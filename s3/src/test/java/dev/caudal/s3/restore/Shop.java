package dev.caudal.s3.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills topics as a replication task does: in transactions, of which some are aborted. */
final class Shop {
    static final long BEGIN = 1_590_003_235_000L;

    private final String servers;

    Shop(TestKafka kafka) {
        this.servers = kafka.bootstrapServers();
    }

    /**
     * Sends the records {@code from} to {@code to}, one second apart, with keys, headers, tombstones and old timestamps, and
     * before them some whose transaction is given up.
     */
    void sell(String topic, int partitions, int from, int to) throws InterruptedException, ExecutionException {
        try (var producer = producer("giving-up")) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < 10; i++) {
                producer.send(record(topic, i % partitions, -1 - i)).get();
            }
            producer.abortTransaction();
        }
        var random = new Random(from);
        try (var producer = producer("shop")) {
            producer.initTransactions();
            for (int i = from; i < to; ) {
                int end = Math.min(to, i + 1 + random.nextInt(40));
                producer.beginTransaction();
                for (; i < end; i++) {
                    var unused = producer.send(record(topic, i % partitions, i));
                }
                producer.commitTransaction();
            }
        }
        // A commit returns before all partitions have its marker and readers get the rows; a successor waits for that.
        try (var successor = producer("shop")) {
            successor.initTransactions();
        }
    }

    private KafkaProducer<byte[], byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "transactional.id", transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The numbers of the next records that a group gets of a partition, all acknowledged; {@code reset} as Kafka has it. */
    List<Long> next(String group, TopicPartition partition, int records, String reset) {
        var got = new ArrayList<Long>();
        try (var consumer = consumer(group, reset)) {
            consumer.assign(List.of(partition));
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (got.size() < records) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("Only " + got);
                }
                consumer.poll(Duration.ofMillis(500)).forEach(record -> got.add((record.timestamp() - BEGIN) / 1000));
                consumer.commitSync();
            }
        }
        return got;
    }

    /** A member of a group that has got partitions of a topic; to be closed by the caller. */
    KafkaConsumer<byte[], byte[]> member(String group, String topic) {
        var consumer = consumer(group, "earliest");
        consumer.subscribe(List.of(topic));
        Eventually.holds("the member has partitions", () -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        return consumer;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group, String reset) {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        group,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        reset,
                        "max.poll.records",
                        "1",
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, int number) {
        var headers = number % 3 == 0
                ? List.<Header>of()
                : List.<Header>of(
                        new RecordHeader("trace", Integer.toString(number).getBytes(UTF_8)),
                        new RecordHeader("trace", null));
        return new ProducerRecord<>(
                topic,
                partition,
                BEGIN + number * 1000L,
                number % 4 == 0 ? null : ("key" + number % 50).getBytes(UTF_8),
                number % 7 == 6
                        ? null
                        : "{\"n\":%d,\"x\":\"ñ\"}".formatted(number).getBytes(UTF_8),
                headers);
    }
}
