package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** What the bucket has of one partition. */
interface PartitionBackup {
    /**
     * The segments in the order of their offsets, as long as records are not later than {@code until} (milliseconds). What is
     * missing or altered is given to {@code problems}, which may throw it.
     */
    List<Segment> segments(long until, Consumer<ArchiveException> problems) throws IOException;

    /** Opens a segment after its bytes are found to be those that were written. */
    RecordCursor open(Segment segment) throws IOException;
}
