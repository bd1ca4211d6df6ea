package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.Checksum;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.DataObject;
import dev.caudal.s3.archive.Frame;
import dev.caudal.s3.archive.Sha256;
import dev.caudal.s3.archive.SidecarReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all that is committed in a bucket, and checks chain, checksums and lines while doing so. */
final class Audit {
    private final TestBucket bucket;
    private final List<Topic.Message> messages = new ArrayList<>();
    private String previous = "";
    private long next = -1;

    private Audit(TestBucket bucket) {
        this.bucket = bucket;
    }

    /** All messages of a topic's partition 0, in their order. */
    static List<Topic.Message> of(TestBucket bucket, String topic) {
        Audit audit = new Audit(bucket);
        String prefix = new ArchiveNames("default").partition(topic, 1, 0);
        bucket.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .filter(key -> ArchiveNames.startOffset(key).isPresent())
                .forEach(audit::commit);
        return audit.messages;
    }

    private void commit(String key) {
        byte[] bytes = bucket.bytes(key);
        Commit commit = Commit.parse(key, bytes);
        check(commit.previous().equals(previous), "chain of " + key);
        check(next < 0 || commit.startOffset() == next, "start of " + key);
        next = commit.nextOffset();
        if (commit.count() > 0) {
            previous = Sha256.hex(bytes);
            records(commit);
        }
    }

    private void records(Commit commit) {
        List<byte[]> objects = commit.objects().stream().map(this::object).toList();
        int[] at = new int[objects.size()];
        byte[] side = bucket.bytes(commit.sidecar().key());
        check(
                Checksum.of(side).equals(commit.sidecar().crc32c()),
                "checksum of " + commit.sidecar().key());
        int before = messages.size();
        try (SidecarReader reader = new SidecarReader(commit.sidecar().key(), new ByteArrayInputStream(side))) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                messages.add(message(frame.get(), objects, at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        check(messages.size() - before == commit.count(), "count of " + commit.startOffset());
        for (int i = 0; i < at.length; i++) {
            check(
                    at[i] == objects.get(i).length,
                    "length of " + commit.objects().get(i).key());
        }
    }

    private byte[] object(DataObject object) {
        byte[] bytes = bucket.bytes(object.key());
        check(Checksum.of(bytes).equals(object.crc32c()), "checksum of " + object.key());
        return bytes;
    }

    private static Topic.Message message(Frame frame, List<byte[]> objects, int[] at) {
        byte[] value = frame.value();
        int object = frame.line().object();
        if (object >= 0) {
            byte[] line = new byte[frame.line().length()];
            System.arraycopy(objects.get(object), at[object], line, 0, line.length);
            at[object] += line.length + 1;
            value = frame.exact() ? line : value;
        }
        return new Topic.Message(frame.offset(), frame.timestamp(), String.valueOf(text(frame.key())), text(value));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("Not as the commit says: " + what);
        }
    }
}
