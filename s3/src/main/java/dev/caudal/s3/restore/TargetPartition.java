package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchivedHeader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads back what is in a restored partition; for one thread. */
final class TargetPartition implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final TopicPartition partition;
    private final Consumer<byte[], byte[]> consumer;
    private final Queue<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();

    private TargetPartition(TopicPartition partition, Consumer<byte[], byte[]> consumer) {
        this.partition = partition;
        this.consumer = consumer;
    }

    /** Reads from an offset on. */
    static TargetPartition open(Target target, TopicPartition partition, long offset) {
        var consumer = target.consumer();
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        return new TargetPartition(partition, consumer);
    }

    /** The offset behind its last record. */
    static long end(Target target, TopicPartition partition) {
        var ends = target.await(target.admin()
                .listOffsets(Map.of(partition, OffsetSpec.latest()))
                .all());
        return Objects.requireNonNull(ends.get(partition)).offset();
    }

    /** The next record, which must be there. */
    BackupRecord next() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (fetched.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                throw new RestoreException("Offset %d of %s was acknowledged and cannot be read in %d s."
                        .formatted(consumer.position(partition), partition, PATIENCE.toSeconds()));
            }
            consumer.poll(POLL).records(partition).forEach(fetched::add);
        }
        return record(fetched.remove());
    }

    private static BackupRecord record(ConsumerRecord<byte[], byte[]> record) {
        var headers = Arrays.stream(record.headers().toArray())
                .map(header -> new ArchivedHeader(header.key(), header.value()))
                .toList();
        return new BackupRecord(record.offset(), record.timestamp(), record.key(), headers, record.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
