package dev.caudal.s3.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of records says, in one number: timestamps, keys, headers and values in their order. Offsets are no part of
 * it, since a restored record may have another; so a restored topic can be judged by the archive's digests.
 *
 * <p>For one thread.
 */
public final class ContentDigest {
    private static final int NULL = -1;

    private final MessageDigest digest = Sha256.start();
    /** Few large pieces cost the digest less than many small ones. */
    private final ByteBuffer waiting = ByteBuffer.allocate(8192);

    /**
     * Adds a record.
     *
     * @param timestamp in milliseconds, -1 if it has none
     * @param key null if it has none
     * @param headers in their order
     * @param value null for a tombstone
     */
    public void add(long timestamp, byte @Nullable [] key, List<ArchivedHeader> headers, byte @Nullable [] value) {
        room(Long.BYTES).putLong(timestamp);
        add(key);
        size(headers.size());
        for (var header : headers) {
            add(header.name().getBytes(StandardCharsets.UTF_8));
            add(header.value());
        }
        add(value);
    }

    /**
     * The digest of all records since the last call.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        empty();
        return Sha256.hex(digest);
    }

    private void add(byte @Nullable [] bytes) {
        if (bytes == null) {
            size(NULL);
            return;
        }
        size(bytes.length);
        if (bytes.length > waiting.capacity()) {
            empty();
            digest.update(bytes);
        } else {
            room(bytes.length).put(bytes);
        }
    }

    private void size(int size) {
        room(Integer.BYTES).putInt(size);
    }

    private ByteBuffer room(int bytes) {
        if (waiting.remaining() < bytes) {
            empty();
        }
        return waiting;
    }

    private void empty() {
        digest.update(waiting.flip());
        waiting.clear();
    }
}
