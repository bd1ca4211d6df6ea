package dev.caudal.s3.restore;

import dev.caudal.core.Count;
import dev.caudal.s3.archive.ContentDigest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is missing of one partition. The n-th record of the backup gets offset n, so the end of the partition says how
 * far an earlier run came, whatever became of it.
 */
final class PartitionSending implements Callable<Long> {
    private final PartitionPlan plan;
    private final Target target;
    private final Producer<byte[], byte[]> producer;
    private final Lease lease;
    private final RestoreListener listener;
    /** Set by the producer's only thread. */
    private volatile Optional<RuntimeException> failure = Optional.empty();

    PartitionSending(
            PartitionPlan plan,
            Target target,
            Producer<byte[], byte[]> producer,
            Lease lease,
            RestoreListener listener) {
        this.plan = plan;
        this.target = target;
        this.producer = producer;
        this.lease = lease;
        this.listener = listener;
    }

    /** Returns how many records it sent, when all are acknowledged. */
    @Override
    public Long call() throws IOException {
        long begin = TargetPartition.end(target, plan.partition());
        if (begin > plan.records()) {
            throw notOurs("it has %s, and the backup %d".formatted(Count.of(begin, "record"), plan.records()));
        }
        long position = 0;
        int sent = 0;
        while (sent < plan.segments().size()
                && position + plan.segments().get(sent).count() < begin) {
            position += plan.segments().get(sent).count();
            sent++;
        }
        var left = plan.segments().subList(sent, plan.segments().size());
        try (var cursors = plan.backup().open(left)) {
            for (var segment : left) {
                try (var cursor = cursors.next().orElseThrow()) {
                    send(segment, cursor, position, begin);
                }
                position += segment.count();
            }
        }
        producer.flush();
        throwFailure();
        return plan.records() - begin;
    }

    /** Sends a segment, whose first record gets offset {@code position}, from offset {@code begin} on. */
    private void send(Segment segment, RecordCursor cursor, long position, long begin) throws IOException {
        for (long offset = position; offset < position + segment.count(); offset++) {
            var record = cursor.next().orElseThrow(() -> shorter(segment));
            if (offset >= begin) {
                send(record, offset);
            } else if (offset == begin - 1) {
                compare(record, offset);
            }
        }
    }

    private void send(BackupRecord record, long expected) {
        lease.check();
        throwFailure();
        var partition = plan.partition();
        var unused = producer.send(
                new ProducerRecord<>(
                        partition.topic(),
                        partition.partition(),
                        record.timestamp() < 0 ? null : record.timestamp(),
                        record.key(),
                        record.value(),
                        headers(record)),
                (sent, error) -> acknowledge(sent, error, expected));
    }

    private void acknowledge(RecordMetadata sent, @Nullable Exception error, long expected) {
        if (error != null) {
            fail(new RestoreException(
                    "Record %d of %s could not be written: %s. Mend it and run the restore again; it goes on where it stopped."
                            .formatted(expected, plan.partition(), error.getMessage()),
                    error));
        } else if (sent.offset() != expected) {
            fail(notOurs("record %d got offset %d, so somebody else writes to it".formatted(expected, sent.offset())));
        } else {
            listener.sent(1);
        }
    }

    private void fail(RuntimeException problem) {
        failure = failure.or(() -> Optional.of(problem));
    }

    private void throwFailure() {
        failure.ifPresent(problem -> {
            throw problem;
        });
    }

    /** What an earlier run sent last must be what the backup has there. */
    private void compare(BackupRecord expected, long offset) {
        try (var written = TargetPartition.open(target, plan.partition(), offset)) {
            if (!digest(written.next(), expected).equals(digest(expected, expected))) {
                throw notOurs("its record %d is not that of the backup".formatted(offset));
            }
        }
    }

    /** A record whose time is not known got one from the cluster. */
    private static String digest(BackupRecord record, BackupRecord expected) {
        var digest = new ContentDigest();
        (expected.timestamp() < 0 ? record.timeless() : record).addTo(digest);
        return digest.hex();
    }

    private RestoreException notOurs(String reason) {
        return RestoreException.conflict(
                "Partition %s cannot be restored: %s. Delete the topic %s in the new cluster and run the restore again."
                        .formatted(plan.partition(), reason, plan.partition().topic()));
    }

    private static RestoreException shorter(Segment segment) {
        return new RestoreException(
                "%s has fewer records than the %d it counts. 'caudal backup verify' looks at all objects."
                        .formatted(segment.key(), segment.count()));
    }

    private static List<Header> headers(BackupRecord record) {
        if (record.headers().isEmpty()) {
            return List.of();
        }
        return record.headers().stream()
                .<Header>map(header -> new RecordHeader(header.name(), header.value()))
                .toList();
    }
}
