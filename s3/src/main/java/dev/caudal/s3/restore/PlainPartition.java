package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.ContentDigest;
import dev.caudal.s3.archive.Fidelity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A partition in a bucket without an archive. All that is known of a record is its line; its offset is taken to be that of
 * the object's name plus the number of the line.
 */
final class PlainPartition implements PartitionBackup {
    private final ArchiveBucket bucket;
    private final String topic;
    private final List<PlainObject> objects;

    /** The objects of one partition in the order of their offsets. */
    PlainPartition(ArchiveBucket bucket, String topic, List<PlainObject> objects) {
        this.bucket = bucket;
        this.topic = topic;
        this.objects = objects;
    }

    @Override
    public List<Segment> segments(long until, Consumer<ArchiveException> problems) throws IOException {
        if (until != Long.MAX_VALUE) {
            throw new RestoreException(
                    "The bucket has no archive, so the times of the records of %s are not known. Leave --until out."
                            .formatted(topic));
        }
        var segments = new ArrayList<Segment>();
        for (var object : objects) {
            segments.add(segment(object));
        }
        return segments;
    }

    @Override
    public long lastTimestamp() {
        return -1;
    }

    @Override
    public RecordCursor open(Segment segment) throws IOException {
        return PlainCursor.open(bucket, PlainObject.parse(topic, segment.key()).orElseThrow());
    }

    private Segment segment(PlainObject object) throws IOException {
        if (!object.hasLines()) {
            throw new ArchiveException(
                    "%s is neither JSON nor bytes in lines. Only such objects can be restored without an archive."
                            .formatted(object.key()));
        }
        var digest = new ContentDigest();
        int count = 0;
        try (var cursor = PlainCursor.open(bucket, object)) {
            for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
                next.get().addTo(digest);
                count++;
            }
        }
        long behind = object.startOffset() + count;
        return new Segment(
                object.key(), object.startOffset(), behind - 1, behind, count, digest.hex(), -1, -1, Fidelity.LOSSY);
    }
}
