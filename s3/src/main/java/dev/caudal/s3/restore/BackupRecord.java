package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchivedHeader;
import dev.caudal.s3.archive.ContentDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as the backup has it. Arrays are not copied; nobody may change them.
 *
 * @param offset the offset that it had
 * @param timestamp in milliseconds, -1 if it is not known
 * @param key null if it has none
 * @param headers in their order
 * @param value null for a tombstone
 */
record BackupRecord(
        long offset, long timestamp, byte @Nullable [] key, List<ArchivedHeader> headers, byte @Nullable [] value) {
    /** The same without its time. */
    BackupRecord timeless() {
        return new BackupRecord(offset, -1, key, headers, value);
    }

    void addTo(ContentDigest digest) {
        digest.add(timestamp, key, headers, value);
    }
}
