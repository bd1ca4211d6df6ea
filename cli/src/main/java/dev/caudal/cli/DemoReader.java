package dev.caudal.cli;

import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectorStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** An ordinary consumer of committed records, which also looks whether the task behind them is well. */
final class DemoReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ConnectClient connect;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private long lastLook = System.nanoTime();

    private DemoReader(ConnectClient connect, KafkaConsumer<byte[], byte[]> consumer) {
        this.connect = connect;
        this.consumer = consumer;
    }

    /** Waits for the topic, which the task creates, and reads from its start. */
    static DemoReader open(String bootstrapServers, String topic, ConnectClient connect) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var reader = new DemoReader(connect, consumer);
        try {
            reader.awaitTopic(bootstrapServers, topic);
        } catch (RuntimeException | InterruptedException e) {
            reader.close();
            throw e;
        }
        var partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return reader;
    }

    /** What has come since; empty after a tenth of a second. */
    Iterable<ConsumerRecord<byte[], byte[]>> poll() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (System.nanoTime() - lastLook > LOOK.toNanos()) {
            look();
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private void awaitTopic(String bootstrapServers, String topic) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (!exists(admin, topic)) {
                look();
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    private static boolean exists(Admin admin, String topic) throws InterruptedException {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void look() {
        lastLook = System.nanoTime();
        var status = connect.status(DemoTask.NAME);
        if (status.filter(ConnectorStatus::hasFailed).isPresent()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The task has failed: " + status.get().reason());
        }
    }
}
