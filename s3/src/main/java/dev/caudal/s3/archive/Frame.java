package dev.caudal.s3.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sidecar says of one record. Arrays are not copied; nobody may change them.
 *
 * @param offset the record's offset
 * @param timestamp in milliseconds, -1 if it has none
 * @param logAppendTime whether the timestamp is the broker's
 * @param key null if it has none
 * @param headers in their order
 * @param line where its line is; {@link Line#NONE} if it has none
 * @param exact whether the line's bytes are the value
 * @param value the value where {@code exact} is false; null for a tombstone, and where {@code exact} is true
 */
public record Frame(
        long offset,
        long timestamp,
        boolean logAppendTime,
        byte @Nullable [] key,
        List<ArchivedHeader> headers,
        Line line,
        boolean exact,
        byte @Nullable [] value) {
    /**
     * A record's line in an object of the commit. The next line of the same object follows its separator.
     *
     * @param object which of the commit's objects, from 0 on
     * @param length how many bytes it has without its separator
     */
    public record Line(int object, int length) {
        /** The place of a record without a line, such as a tombstone. */
        public static final Line NONE = new Line(-1, 0);
    }
}
