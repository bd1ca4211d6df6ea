package dev.caudal.s3.restore;

import java.io.IOException;
import java.util.Optional;

/** Reads the records of a segment in their order; for one thread. */
interface RecordCursor extends AutoCloseable {
    /** The next record; empty at the end. */
    Optional<BackupRecord> next() throws IOException;

    @Override
    void close() throws IOException;
}
