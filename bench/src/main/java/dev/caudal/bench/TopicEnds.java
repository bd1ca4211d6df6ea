package dev.caudal.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics, and how far they reach. Used by one thread. */
final class TopicEnds {
    /** Records whose times are of long ago would be deleted while they are measured. */
    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final String bootstrapServers;
    private final List<String> topics;
    private final int count;
    private final List<TopicPartition> partitions;

    /** Topics by name, with {@code count} partitions each. */
    TopicEnds(Admin admin, String bootstrapServers, List<String> topics, int count) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.topics = List.copyOf(topics);
        this.count = count;
        this.partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, count).mapToObj(number -> new TopicPartition(topic, number)))
                .toList();
    }

    /** All partitions. */
    List<TopicPartition> partitions() {
        return partitions;
    }

    /**
     * Creates the topics, empty, and waits until the broker takes records: the first requests of a fast producer may else be
     * refused while those that follow are taken, out of which order it does not find.
     */
    void create() throws InterruptedException {
        await(admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, count, (short) 1).configs(FOR_EVER))
                        .toList())
                .all());
        long begin = System.nanoTime();
        while (!isKnown()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new BenchFailure(
                        "The broker does not know %s after %d s.".formatted(topics, PATIENCE.toSeconds()));
            }
        }
        var unused = sum(IsolationLevel.READ_UNCOMMITTED);
    }

    private boolean isKnown() throws InterruptedException {
        try {
            return admin.describeTopics(topics).allTopicNames().get().size() == topics.size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw refusal(e);
        }
    }

    /** Deletes the topics. */
    void delete() throws InterruptedException {
        await(admin.deleteTopics(topics).all());
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

    /** Fails unless the partitions have just so many records, none of them in a transaction. */
    void requireEnd(long records) throws InterruptedException {
        long found = sum(IsolationLevel.READ_COMMITTED);
        if (found != records) {
            throw new BenchFailure("%d records are in %s where %d are right.".formatted(found, topics, records));
        }
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
            throw refusal(e);
        }
    }

    private static BenchFailure refusal(ExecutionException error) {
        return new BenchFailure("The broker refused: " + error.getCause(), error);
    }
}
