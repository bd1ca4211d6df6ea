package dev.caudal.dist;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.Frame;
import dev.caudal.s3.archive.SidecarReader;
import dev.caudal.testkit.TestS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is committed in a bucket, by the format alone. */
final class BucketAudit {
    private final TestS3 store;

    BucketAudit(TestS3 store) {
        this.store = store;
    }

    /**
     * The messages of a partition in the order of the commits.
     *
     * @return of each the offset, the key and the value, parted by spaces
     */
    List<String> messages(String topic, int partition) throws IOException {
        String prefix = new ArchiveNames("default").partition(topic, 1, partition);
        List<String> messages = new ArrayList<>();
        for (String key : store.keys(SinkSettings.BUCKET)) {
            if (key.startsWith(prefix) && ArchiveNames.startOffset(key).isPresent()) {
                Commit commit = Commit.parse(key, bytes(key));
                if (commit.count() > 0) {
                    read(commit, messages);
                }
            }
        }
        return messages;
    }

    /** How many commits there are. */
    long commits() {
        return store.keys(SinkSettings.BUCKET).stream()
                .filter(key -> ArchiveNames.startOffset(key).isPresent())
                .count();
    }

    private void read(Commit commit, List<String> messages) throws IOException {
        List<byte[]> objects =
                commit.objects().stream().map(object -> bytes(object.key())).toList();
        int[] at = new int[objects.size()];
        String side = commit.sidecar().key();
        try (SidecarReader reader = new SidecarReader(side, new ByteArrayInputStream(bytes(side)))) {
            for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
                Frame frame = next.get();
                Frame.Line line = frame.line();
                byte[] bytes = Arrays.copyOfRange(
                        objects.get(line.object()), at[line.object()], at[line.object()] + line.length());
                at[line.object()] += line.length() + 1;
                messages.add(frame.offset() + " " + text(frame.key()) + " " + text(bytes));
            }
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "nothing" : new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] bytes(String key) {
        return store.client()
                .getObjectAsBytes(request -> request.bucket(SinkSettings.BUCKET).key(key))
                .asByteArray();
    }
}
