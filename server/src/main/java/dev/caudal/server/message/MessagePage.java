package dev.caudal.server.message;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Committed records of a partition that stand beside each other.
 *
 * @param topic the topic
 * @param partition the partition
 * @param partitions how many the topic has
 * @param begin the first offset that the partition still has
 * @param end the offset after its last committed record
 * @param records the newest first
 * @param older the {@code before} of the page of those before; empty where there are none
 */
public record MessagePage(
        String topic,
        int partition,
        int partitions,
        long begin,
        long end,
        List<ConsumerRecord<byte[], byte[]>> records,
        OptionalLong older) {
    /** Copies the list. */
    public MessagePage {
        records = List.copyOf(records);
    }
}
