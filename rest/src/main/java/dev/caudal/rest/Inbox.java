package dev.caudal.rest;

import dev.caudal.core.JsonScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records that were fetched and not yet delivered, in order. Belongs to its consumer's thread. */
final class Inbox {
    private final MemoryBudget.Hold memory;
    private final ArrayDeque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private long bytes;

    Inbox(MemoryBudget.Hold memory) {
        this.memory = memory;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** The key and value bytes in it. */
    long bytes() {
        return bytes;
    }

    void add(Iterable<ConsumerRecord<byte[], byte[]>> fetched) {
        fetched.forEach(record -> {
            records.addLast(record);
            count(size(record));
        });
    }

    /** Puts undelivered records back before the others. */
    void putBack(List<ConsumerRecord<byte[], byte[]>> undelivered) {
        for (int i = undelivered.size() - 1; i >= 0; i--) {
            records.addFirst(undelivered.get(i));
            count(size(undelivered.get(i)));
        }
    }

    /**
     * Takes the first records: at least one, and no more bytes than wanted.
     *
     * @param json whether values and keys must be JSON; the first record that is not ends the page before it
     * @throws RestError when the very first record is not JSON though it must be
     */
    List<ConsumerRecord<byte[], byte[]>> take(int maxBytes, boolean json) {
        var page = new ArrayList<ConsumerRecord<byte[], byte[]>>(Math.min(records.size(), 1024));
        long taken = 0;
        for (var next = records.peekFirst(); next != null; next = records.peekFirst()) {
            if (!page.isEmpty() && taken + size(next) > maxBytes) {
                break;
            }
            if (json && !isJson(next)) {
                if (page.isEmpty()) {
                    throw notJson(next);
                }
                break;
            }
            taken += size(next);
            page.add(records.removeFirst());
        }
        count(-taken);
        return page;
    }

    /** The first offset of a partition in it. */
    OptionalLong first(TopicPartition partition) {
        return records.stream()
                .filter(record -> isOf(record, partition))
                .mapToLong(ConsumerRecord::offset)
                .findFirst();
    }

    /** Forgets the records of partitions that are no longer this consumer's, or are read from elsewhere. */
    void drop(Collection<TopicPartition> partitions) {
        records.removeIf(record -> {
            boolean gone = partitions.contains(new TopicPartition(record.topic(), record.partition()));
            if (gone) {
                count(-size(record));
            }
            return gone;
        });
    }

    void clear() {
        records.clear();
        count(-bytes);
    }

    /** Fails when a record that must be JSON is none. */
    static void requireJson(ConsumerRecord<byte[], byte[]> record) {
        if (!isJson(record)) {
            throw notJson(record);
        }
    }

    private static RestError notJson(ConsumerRecord<byte[], byte[]> record) {
        return new RestError(
                ErrorCode.NO_JSON_RECORD,
                "The record at offset %d of partition %d of topic %s is not JSON. Read it with a binary consumer, or go on at offset %d."
                        .formatted(record.offset(), record.partition(), record.topic(), record.offset() + 1));
    }

    private static boolean isJson(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.key()).map(JsonScanner::isJson).orElse(true)
                && Optional.ofNullable(record.value()).map(JsonScanner::isJson).orElse(true);
    }

    private static boolean isOf(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) {
        return record.partition() == partition.partition() && record.topic().equals(partition.topic());
    }

    /** The bytes of its key and value. */
    static int size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }

    private void count(long more) {
        bytes += more;
        memory.force(more);
    }
}
