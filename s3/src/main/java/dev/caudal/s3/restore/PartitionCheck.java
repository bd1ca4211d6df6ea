package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ContentDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads a restored partition and compares it with the digests of the backup. */
final class PartitionCheck implements Callable<List<String>> {
    private final PartitionPlan plan;
    private final Target target;

    PartitionCheck(PartitionPlan plan, Target target) {
        this.plan = plan;
        this.target = target;
    }

    /** Returns what differs, in sentences; nothing if it is all as it was. */
    @Override
    public List<String> call() {
        long end = TargetPartition.end(target, plan.partition());
        if (end != plan.records()) {
            return List.of("%s has %d records, and the backup %d.".formatted(plan.partition(), end, plan.records()));
        }
        var problems = new ArrayList<String>();
        if (end > 0) {
            try (var written = TargetPartition.open(target, plan.partition(), 0)) {
                plan.segments().forEach(segment -> check(segment, written, problems));
            }
        }
        return problems;
    }

    private void check(Segment segment, TargetPartition written, List<String> problems) {
        var digest = new ContentDigest();
        for (int i = 0; i < segment.count(); i++) {
            var record = written.next();
            (segment.maxTimestamp() < 0 ? record.timeless() : record).addTo(digest);
        }
        if (!digest.hex().equals(segment.content())) {
            problems.add("%s differs from the backup in the %d records from %s (offset %d there)."
                    .formatted(plan.partition(), segment.count(), segment.key(), segment.firstOffset()));
        }
    }
}
