package dev.caudal.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads topics from a moment on, for ever, on a thread of its own; whatever fails is tried again from where it was. */
final class TopicReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLISECONDS = 2_000;

    private final String bootstrapServers;
    private final List<String> topics;
    private final Instant from;
    private final Consumer<ConsumerRecord<String, byte[]>> reader;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Thread thread = new Thread(this::run, "monitor-reader");
    private volatile boolean closed;

    TopicReader(
            String bootstrapServers,
            List<String> topics,
            Instant from,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        this.bootstrapServers = bootstrapServers;
        this.topics = topics;
        this.from = from;
        this.reader = reader;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (var consumer = consumer()) {
                seek(consumer);
                while (!closed) {
                    for (var record : consumer.poll(POLL)) {
                        read(record);
                    }
                }
            } catch (KafkaException e) {
                LOG.atWarn()
                        .setMessage("The monitor cannot read; it tries again")
                        .addKeyValue("problem", e.toString())
                        .log();
                pause();
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Goes on where it was, else at the first record since the moment, else at the end. */
    private void seek(KafkaConsumer<String, byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            consumer.partitionsFor(topic, PATIENCE)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        consumer.assign(partitions);
        var since = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> since.put(partition, from.toEpochMilli()));
        // The ends first: what comes between the two questions is found by the second one, or lies behind the ends.
        var ends = consumer.endOffsets(partitions, PATIENCE);
        var found = consumer.offsetsForTimes(since, PATIENCE);
        for (var partition : partitions) {
            var known = next.get(partition);
            var first = found.get(partition);
            consumer.seek(
                    partition,
                    known != null ? known : first != null ? first.offset() : ends.getOrDefault(partition, 0L));
        }
    }

    /** One record that nobody understands must not keep all others away. */
    private void read(ConsumerRecord<String, byte[]> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        try {
            reader.accept(record);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setMessage("A record was passed over")
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("problem", e.toString())
                    .log();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Ends the reading; waits at most 10 s for the thread. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
