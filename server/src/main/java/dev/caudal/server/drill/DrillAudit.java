package dev.caudal.server.drill;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Compares what a new cluster has with what was sent; for one thread. */
final class DrillAudit {
    private final int records;
    private final BitSet seen;
    private long last = -1;
    private long duplicated;
    private long reordered;
    private long altered;

    DrillAudit(int records) {
        this.records = records;
        this.seen = new BitSet(records);
    }

    /** Reads all partitions. */
    void read(DrillTopic topic) {
        for (int partition = 0; partition < DrillTopic.PARTITIONS; partition++) {
            last = -1;
            topic.readAll(partition, this::check);
        }
    }

    private void check(ConsumerRecord<byte[], byte[]> record) {
        long number = DrillTopic.number(record);
        if (number < 0 || number >= records || !isAsSent(record, number)) {
            altered++;
            return;
        }
        if (seen.get((int) number)) {
            duplicated++;
        } else if (number < last) {
            reordered++;
        }
        seen.set((int) number);
        last = number;
    }

    private static boolean isAsSent(ConsumerRecord<byte[], byte[]> record, long number) {
        var sent = DrillTopic.record(number);
        return record.partition() == sent.partition()
                && record.timestamp() == sent.timestamp()
                && Arrays.equals(record.key(), sent.key())
                && Arrays.equals(record.value(), sent.value())
                && Arrays.equals(
                        values(record.headers().toArray()),
                        values(sent.headers().toArray()));
    }

    private static String[] values(Header[] headers) {
        return Arrays.stream(headers)
                .map(header -> header.key() + Arrays.toString(header.value()))
                .toArray(String[]::new);
    }

    long lost() {
        return (long) records - seen.cardinality();
    }

    long duplicated() {
        return duplicated;
    }

    long reordered() {
        return reordered;
    }

    long altered() {
        return altered;
    }
}
