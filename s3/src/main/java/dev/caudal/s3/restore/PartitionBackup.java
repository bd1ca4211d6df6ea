package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** What the bucket has of one partition. */
interface PartitionBackup {
    /** Segments that are open at a time. */
    int SEGMENTS = 4;

    /** Records that these may have, but for the first: they wait in files. */
    long RECORDS = 100_000;

    /**
     * The segments in the order of their offsets, as long as records are not later than {@code until} (milliseconds). What is
     * missing or altered is given to {@code problems}, which may throw it.
     */
    List<Segment> segments(long until, Consumer<ArchiveException> problems) throws IOException;

    /** The highest timestamp of the last run of records, in milliseconds; -1 if it is not known. Little is read. */
    long lastTimestamp();

    /** Opens a segment after its bytes are found to be those that were written. */
    RecordCursor open(Segment segment) throws IOException;

    /** Opens segments in their order, some before their turn; to be closed by the caller. */
    default Ahead<RecordCursor> open(List<Segment> segments) {
        var questions = segments.stream()
                .map(segment -> new Ahead.Question<>(() -> open(segment), segment.count()))
                .iterator();
        return new Ahead<>(questions, SEGMENTS, RECORDS);
    }
}
