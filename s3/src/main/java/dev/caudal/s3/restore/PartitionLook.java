package dev.caudal.s3.restore;

import dev.caudal.core.Count;
import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.ContentDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen of a partition.
 *
 * @param segments all that could be read of its commits
 * @param problems what is missing or damaged, in sentences
 */
record PartitionLook(List<Segment> segments, List<String> problems) {
    /** Looks at all commits; reads the records, too, if {@code all}. */
    static PartitionLook at(PartitionBackup backup, boolean all) throws IOException {
        var problems = new ArrayList<String>();
        var segments = backup.segments(Long.MAX_VALUE, problem -> problems.add(problem.getMessage()));
        if (all) {
            try (var cursors = backup.open(segments)) {
                for (var segment : segments) {
                    read(cursors, segment, problems);
                }
            }
        }
        return new PartitionLook(segments, problems);
    }

    private static void read(Ahead<RecordCursor> cursors, Segment segment, List<String> problems) {
        try (var cursor = cursors.next().orElseThrow()) {
            var digest = new ContentDigest();
            int count = 0;
            for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
                next.get().addTo(digest);
                count++;
            }
            if (count != segment.count() || !digest.hex().equals(segment.content())) {
                problems.add("%s holds %s that are not the %d written."
                        .formatted(segment.key(), Count.of(count, "record"), segment.count()));
            }
        } catch (ArchiveException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add("%s cannot be read: %s".formatted(segment.key(), e.getMessage()));
        }
    }
}
