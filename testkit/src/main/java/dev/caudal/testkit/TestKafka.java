package dev.caudal.testkit;

import dev.caudal.local.KafkaListener;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A fresh Kafka broker in a process of its own for one test; one thread starts, kills and closes it. */
public final class TestKafka implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final LocalDirectory folder;
    private final Map<String, String> settings;
    private final Admin admin;
    private LocalKafka broker;

    private TestKafka(LocalDirectory folder, Map<String, String> settings, List<KafkaListener> more) {
        this.folder = folder;
        this.settings = settings;
        this.broker = LocalKafka.start(folder, Port.any(), more, settings);
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /**
     * Starts a broker, in two to four seconds.
     *
     * @param more where it shall serve beside {@link #bootstrapServers()}
     * @return the serving broker
     */
    public static TestKafka start(KafkaListener... more) {
        return start(Map.of(), more);
    }

    /**
     * Starts a broker with settings of its own.
     *
     * @param settings names and values of Kafka's, also for restarts
     * @param more where it shall serve beside {@link #bootstrapServers()}
     * @return the serving broker
     */
    public static TestKafka start(Map<String, String> settings, KafkaListener... more) {
        return new TestKafka(TestFolder.create("kafka"), settings, List.of(more));
    }

    /**
     * Where clients connect, the same after a restart.
     *
     * @return host and port
     */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /**
     * The broker's process.
     *
     * @return its number
     */
    public long pid() {
        return broker.pid();
    }

    /**
     * An admin client of this broker.
     *
     * @return closed with the broker
     */
    public Admin admin() {
        return admin;
    }

    /**
     * Creates a topic and waits until it is there.
     *
     * @param name its name
     * @param partitions how many
     */
    public void createTopic(String name, int partitions) {
        createTopic(name, partitions, Map.of());
    }

    /**
     * The same with settings. A topic for records of long ago needs {@code retention.ms}: the broker deletes what is older
     * than a week half a minute after its start.
     *
     * @param name its name
     * @param partitions how many
     * @param settings of the topic
     */
    public void createTopic(String name, int partitions, Map<String, String> settings) {
        try {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                    .all()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Cannot create topic " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /**
     * Reads a topic from its start to the end it has now.
     *
     * @param topic an existing topic
     * @param readCommitted whether to leave out what open and aborted transactions wrote
     * @return all records, in order within each partition
     */
    public List<ConsumerRecord<byte[], byte[]>> consume(String topic, boolean readCommitted) {
        try (var consumer = consumer(readCommitted)) {
            var partitions = consumer.partitionsFor(topic, LIMIT).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions, LIMIT));
        }
    }

    /**
     * Sends one record to partition 0, outside of any transaction.
     *
     * @param topic an existing topic
     * @param text the value
     */
    public void send(String topic, String text) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, text)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Cannot send to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Ends the broker by SIGKILL, as a crash would; {@link #restart} brings it back. */
    public void kill() {
        broker.kill();
    }

    /**
     * Ends the broker in order, when it runs, and starts it again on its data and port.
     *
     * @param more where it shall serve now beside {@link #bootstrapServers()}
     */
    public void restart(KafkaListener... more) {
        broker.stop();
        broker = LocalKafka.start(folder, Port.exactly(broker.port()), List.of(more), settings);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        TestFolder.delete(folder);
    }

    private Consumer<byte[], byte[]> consumer(boolean readCommitted) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "isolation.level",
                readCommitted ? "read_committed" : "read_uncommitted",
                "enable.auto.commit",
                "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), LIMIT) < end.getValue())) {
            int before = records.size();
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    records.add(record);
                }
            }
            if (records.size() > before) {
                limit = System.nanoTime() + LIMIT.toNanos();
            } else if (System.nanoTime() - limit > 0) {
                throw new AssertionError("No progress for %d s after %d records.".formatted(LIMIT.toSeconds(), before));
            }
        }
        return records;
    }
}
