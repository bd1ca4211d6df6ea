package dev.caudal.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Topics of one partition each, and how far they reach. Used by one thread. */
final class TopicEnds {
    private final Admin admin;
    private final String bootstrapServers;
    private final List<TopicPartition> partitions;

    TopicEnds(Admin admin, String bootstrapServers, List<String> topics) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.partitions =
                topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
    }

    /** Creates the topics, empty. */
    void create() throws InterruptedException {
        await(admin.createTopics(partitions.stream()
                        .map(each -> new NewTopic(each.topic(), 1, (short) 1))
                        .toList())
                .all());
    }

    /** Deletes the topics. */
    void delete() throws InterruptedException {
        await(admin.deleteTopics(partitions.stream().map(TopicPartition::topic).toList())
                .all());
    }

    /** The sum of the end offsets, as a reader of committed records sees them or as they are on the broker. */
    long sum(IsolationLevel isolation) throws InterruptedException {
        return ends(isolation).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> ends(IsolationLevel isolation) throws InterruptedException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        var found = await(
                admin.listOffsets(wanted, new ListOffsetsOptions(isolation)).all());
        var ends = new HashMap<TopicPartition, Long>();
        found.forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Counts the committed records by reading them. */
    long count() throws InterruptedException {
        var ends = ends(IsolationLevel.READ_COMMITTED);
        long count = 0;
        try (var consumer = CommittedReader.open(bootstrapServers)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!reached(consumer, ends)) {
                count += consumer.poll(Duration.ofMillis(100)).count();
            }
        }
        return count;
    }

    private boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    }

    private static <T> T await(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new BenchFailure("The broker refused: " + e.getCause(), e);
        }
    }
}
