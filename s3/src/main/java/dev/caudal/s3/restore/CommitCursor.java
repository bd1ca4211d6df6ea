package dev.caudal.s3.restore;

import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.Frame;
import dev.caudal.s3.archive.SidecarReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of a commit: sidecar and lines brought together. */
final class CommitCursor implements RecordCursor {
    private final List<Closeable> open = new ArrayList<>();
    private final List<LineReader> lines = new ArrayList<>();
    private final SidecarReader sidecar;

    private CommitCursor(ArchiveBucket bucket, Commit commit) throws IOException {
        try {
            for (var object : commit.objects()) {
                var bytes = keep(Spool.fetch(bucket, object.key(), object.bytes(), object.crc32c()));
                lines.add(keep(new LineReader(object, bytes)));
            }
            var side = commit.sidecar();
            var bytes = keep(Spool.fetch(bucket, side.key(), side.bytes(), side.crc32c()));
            this.sidecar = keep(new SidecarReader(side.key(), bytes));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Fetches all objects of a commit and checks them. */
    static RecordCursor open(ArchiveBucket bucket, Commit commit) throws IOException {
        return new CommitCursor(bucket, commit);
    }

    private <T extends Closeable> T keep(T part) {
        open.add(part);
        return part;
    }

    @Override
    public Optional<BackupRecord> next() throws IOException {
        var frame = sidecar.next();
        return frame.isPresent() ? Optional.of(record(frame.get())) : Optional.empty();
    }

    private BackupRecord record(Frame frame) throws IOException {
        return new BackupRecord(frame.offset(), frame.timestamp(), frame.key(), frame.headers(), value(frame));
    }

    private byte @Nullable [] value(Frame frame) throws IOException {
        if (frame.line().equals(Frame.Line.NONE)) {
            return frame.value();
        }
        var line = lines.get(frame.line().object()).next(frame.line().length());
        return frame.exact() ? line : frame.value();
    }

    @Override
    public void close() throws IOException {
        for (var part : open) {
            part.close();
        }
    }
}
