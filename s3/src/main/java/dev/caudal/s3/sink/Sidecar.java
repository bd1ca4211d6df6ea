package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ContentDigest;
import dev.caudal.s3.archive.Fidelity;
import dev.caudal.s3.archive.Frame;
import dev.caudal.s3.archive.SidecarObject;
import dev.caudal.s3.archive.SidecarWriter;
import dev.caudal.s3.store.Precondition;
import dev.caudal.s3.store.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;

/** What the archive keeps of a batch, while it is written. */
final class Sidecar {

    private final Upload upload;
    private final SidecarWriter out;
    private final ContentDigest content = new ContentDigest();
    private String contentSum = "";
    private Fidelity fidelity = Fidelity.EXACT;
    private int count;
    private int tombstones;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    Sidecar(Upload upload) {
        this.upload = upload;
        try {
            this.out = new SidecarWriter(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(SinkRecord record, Lines lines, int object) {
        lines.original().ifPresent(original -> write(record, lines, object, original));
    }

    private void write(SinkRecord record, Lines lines, int object, Archived original) {
        byte[] line = object < 0 ? null : lines.value();
        byte[] value = original.value();
        boolean exact = line != null && value != null && (line == value || Arrays.equals(line, value));
        long timestamp = Optional.ofNullable(record.timestamp()).orElse(-1L);
        try {
            out.write(new Frame(
                    record.kafkaOffset(),
                    timestamp,
                    record.timestampType() == TimestampType.LOG_APPEND_TIME,
                    original.key(),
                    original.headers(),
                    line == null ? Frame.Line.NONE : new Frame.Line(object, line.length),
                    exact,
                    exact ? null : value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        content.add(timestamp, original.key(), original.headers(), value);
        fidelity = fidelity.and(original.fidelity());
        count++;
        tombstones += value == null ? 1 : 0;
        earliest = Math.min(earliest, timestamp);
        latest = Math.max(latest, timestamp);
    }

    /** Ends the object; may be called again after it failed. */
    SidecarObject complete() {
        if (contentSum.isEmpty()) {
            try {
                // Ends the compression only.
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            contentSum = content.hex();
        }
        upload.complete(Precondition.NONE);
        return new SidecarObject(upload.key(), upload.bytes(), upload.checksum());
    }

    Upload upload() {
        return upload;
    }

    String content() {
        return contentSum;
    }

    Fidelity fidelity() {
        return fidelity;
    }

    int count() {
        return count;
    }

    int tombstones() {
        return tombstones;
    }

    long earliest() {
        return earliest;
    }

    long latest() {
        return latest;
    }
}
