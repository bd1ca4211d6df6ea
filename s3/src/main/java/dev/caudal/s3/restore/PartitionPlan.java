package dev.caudal.s3.restore;

import dev.caudal.s3.archive.Fidelity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What is to be restored of one partition.
 *
 * @param partition the partition, which has the same number in both clusters
 * @param backup where its records come from
 * @param segments its records, in their order
 */
record PartitionPlan(TopicPartition partition, PartitionBackup backup, List<Segment> segments) {
    static PartitionPlan of(TopicPartition partition, PartitionBackup backup, long until) throws IOException {
        var segments = backup.segments(until, problem -> {
            throw problem;
        });
        return new PartitionPlan(partition, backup, List.copyOf(segments));
    }

    long records() {
        return segments.stream().mapToLong(Segment::count).sum();
    }

    Fidelity fidelity() {
        return segments.stream().map(Segment::fidelity).reduce(Fidelity.EXACT, Fidelity::and);
    }

    Optional<Segment> last() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
    }

    /** Whether each record gets the offset that it had. */
    boolean keepsOffsets() {
        long expected = 0;
        for (var segment : segments) {
            if (segment.firstOffset() != expected
                    || segment.lastOffset() - segment.firstOffset() + 1 != segment.count()) {
                return false;
            }
            expected = segment.lastOffset() + 1;
        }
        return true;
    }

    /** The offset in the new cluster of the first restored record that had {@code offset} or a higher one. */
    long translate(long offset) throws IOException {
        long target = 0;
        for (var segment : segments) {
            if (segment.lastOffset() < offset) {
                target += segment.count();
            } else {
                return target + (segment.firstOffset() >= offset ? 0 : before(segment, offset));
            }
        }
        return target;
    }

    private long before(Segment segment, long offset) throws IOException {
        long count = 0;
        try (var cursor = backup.open(segment)) {
            for (var next = cursor.next(); next.isPresent() && next.get().offset() < offset; next = cursor.next()) {
                count++;
            }
        }
        return count;
    }
}
