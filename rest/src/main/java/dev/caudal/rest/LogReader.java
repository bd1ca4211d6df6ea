package dev.caudal.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a piece of a partition for nobody in particular: no group, nothing committed. It keeps a few Kafka consumers for
 * that; the calling thread waits for the records.
 */
final class LogReader implements AutoCloseable {
    private static final int KEPT = 4;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long MOST_BYTES = 16L << 20;

    /** What a record takes beside its key and value, about. */
    private static final int OVERHEAD = 200;

    private final KafkaClients clients;
    private final BlockingQueue<Consumer<byte[], byte[]>> idle = new ArrayBlockingQueue<>(KEPT);

    LogReader(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Reads from an offset on.
     *
     * @param count the most records; fewer where the log ends, or where they are large
     * @param hold takes the memory that they need
     * @throws RestError when that is not there
     */
    List<ConsumerRecord<byte[], byte[]>> read(
            TopicPartition partition, long offset, int count, MemoryBudget.Hold hold) {
        return with(partition, consumer -> read(consumer, partition, offset, count, hold));
    }

    /** The first offset whose record is not older; empty where there is none. */
    OptionalLong offsetAt(TopicPartition partition, long millis) {
        return with(partition, consumer -> {
            var found =
                    consumer.offsetsForTimes(Map.of(partition, millis), LIMIT).get(partition);
            return found == null ? OptionalLong.empty() : OptionalLong.of(found.offset());
        });
    }

    @Override
    public void close() {
        idle.forEach(consumer -> consumer.close(CloseOptions.timeout(Duration.ofSeconds(1))));
    }

    private <T> T with(TopicPartition partition, Function<Consumer<byte[], byte[]>, T> action) {
        var kept = idle.poll();
        var consumer = kept == null ? clients.consumer(Map.of("auto.offset.reset", "none")) : kept;
        boolean usable = false;
        try {
            consumer.assign(Set.of(partition));
            T result = action.apply(consumer);
            consumer.unsubscribe();
            usable = idle.offer(consumer);
            return result;
        } finally {
            if (!usable) {
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long offset,
            int count,
            MemoryBudget.Hold hold) {
        long end = consumer.endOffsets(Set.of(partition), LIMIT).getOrDefault(partition, 0L);
        long begin = consumer.beginningOffsets(Set.of(partition), LIMIT).getOrDefault(partition, 0L);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        if (offset > end || offset < begin) {
            throw new RestError(
                    ErrorCode.PARTITION_NOT_FOUND,
                    "Partition not found. Partition %s has offsets %d to %d, and %d was asked for."
                            .formatted(partition, begin, end, offset));
        }
        consumer.seek(partition, offset);
        long limit = System.nanoTime() + LIMIT.toNanos();
        long bytes = 0;
        while (records.size() < count
                && bytes < MOST_BYTES
                && consumer.position(partition, LIMIT) < end
                && System.nanoTime() - limit < 0) {
            for (var record : consumer.poll(POLL)) {
                if (records.size() < count && bytes < MOST_BYTES) {
                    int size = OVERHEAD + Inbox.size(record);
                    hold.more(size);
                    records.add(record);
                    bytes += size;
                }
            }
        }
        return records;
    }
}
