package dev.caudal.s3.store;

import dev.caudal.s3.archive.Checksum;
import dev.caudal.s3.store.StoreException.Kind;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * An object while it is written. Writing only fills memory; {@link #drain} hands full parts to threads of the store, and
 * {@link #complete} sends the rest and waits for all. Both may be called again after a {@link StoreException}, also one of
 * an earlier part, and go on where they were. An object that fits into one part is sent in one request. One thread uses
 * it.
 */
public final class Upload extends OutputStream {

    /** S3 takes no smaller part, except the last. */
    static final int SMALLEST_PART = 5 * 1024 * 1024;

    private final ObjectStore store;
    private final String key;
    private final int partSize;
    private final ChunkPool pool;
    private final String write = UUID.randomUUID().toString();
    private final List<byte[]> full = new ArrayList<>();
    private final PartsOnTheWay parts;
    private final Checksum checksum = new Checksum();
    private byte @Nullable [] chunk;
    private int filled;
    /** So much of the chunk is in the checksum. */
    private int summed;

    private long written;
    private @Nullable String upload;
    private @Nullable String etag;

    Upload(ObjectStore store, String key, int partSize, ChunkPool pool) {
        this.store = store;
        this.key = key;
        this.partSize = partSize;
        this.pool = pool;
        this.parts = new PartsOnTheWay(store.threads(), pool);
    }

    /**
     * The object's name.
     *
     * @return the key
     */
    public String key() {
        return key;
    }

    /**
     * What was written.
     *
     * @return bytes, sent or not
     */
    public long bytes() {
        return written;
    }

    /**
     * The checksum of all bytes that were written.
     *
     * @return as {@link Checksum#text} says
     */
    public String checksum() {
        sum();
        return checksum.text();
    }

    private void sum() {
        if (chunk != null) {
            checksum.add(chunk, summed, filled - summed);
            summed = filled;
        }
    }

    /**
     * What waits in memory.
     *
     * @return bytes not sent
     */
    public long waiting() {
        return parts.bytes() + gathered();
    }

    private long gathered() {
        return (long) full.size() * ChunkPool.CHUNK + filled;
    }

    @Override
    public void write(int octet) {
        room()[filled++] = (byte) octet;
        written++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int at = from;
        for (int left = length; left > 0; ) {
            byte[] to = room();
            int some = Math.min(left, to.length - filled);
            System.arraycopy(bytes, at, to, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
        written += length;
    }

    private byte[] room() {
        byte[] now = chunk;
        if (now != null && filled < now.length) {
            return now;
        }
        if (now != null) {
            sum();
            full.add(now);
        }
        now = pool.take();
        fill(now);
        return now;
    }

    private void fill(byte @Nullable [] next) {
        chunk = next;
        filled = 0;
        summed = 0;
    }

    /** Hands a part over when one is full; waits only where too many are under way. */
    public void drain() {
        while (gathered() >= partSize && fullBytes() >= SMALLEST_PART) {
            sendFullChunks();
        }
        parts.settle();
    }

    /**
     * Sends what waits although a part is not full, where S3 takes it, and waits until some is sent.
     *
     * @return whether memory was given back
     */
    public boolean relieve() {
        if (fullBytes() >= SMALLEST_PART) {
            sendFullChunks();
        }
        return parts.awaitFirst();
    }

    private long fullBytes() {
        return (long) full.size() * ChunkPool.CHUNK;
    }

    private void sendFullChunks() {
        send(full.stream().map(bytes -> new Body.Piece(bytes, bytes.length)).toList());
        full.clear();
    }

    private void send(List<Body.Piece> pieces) {
        String id = begun();
        parts.send(pieces, (number, body) -> part(id, number, body));
    }

    /** Threads of the store call it: it uses nothing of this object that changes. */
    private String part(String id, int number, Body body) {
        return store.failures()
                .judge(
                        "s3:PutObject",
                        key,
                        () -> store.client()
                                .uploadPart(store.requests().part(key, id, number, body), body.request())
                                .eTag());
    }

    private String begun() {
        String id = upload;
        if (id == null) {
            id = store.failures()
                    .judge(
                            "s3:PutObject",
                            key,
                            () -> store.client()
                                    .createMultipartUpload(store.requests().begin(key, write))
                                    .uploadId());
            upload = id;
        }
        return id;
    }

    /**
     * Ends the object. From then on it is in the bucket, whole.
     *
     * @param precondition what must hold of the key; {@link Kind#PRECONDITION} is thrown where it does not
     * @return its tag
     */
    public String complete(Precondition precondition) {
        String done = etag;
        if (done == null) {
            sum();
            done = upload == null ? putWhole(precondition) : completeParts(upload, precondition);
            etag = done;
            release();
        }
        return done;
    }

    private String putWhole(Precondition precondition) {
        return store.put(key, Body.of(rest()), precondition, write);
    }

    private String completeParts(String id, Precondition precondition) {
        if (gathered() > 0) {
            send(rest());
            full.clear();
            fill(null);
        }
        List<CompletedPart> all = parts.awaitAll();
        try {
            return store.failures()
                    .judge(
                            "s3:PutObject",
                            key,
                            () -> store.client()
                                    .completeMultipartUpload(store.requests().complete(key, id, all, precondition))
                                    .eTag());
        } catch (StoreException e) {
            if (e.kind() == Kind.PRECONDITION || e.getCause() instanceof NoSuchUploadException) {
                return store.written(key, write).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private List<Body.Piece> rest() {
        List<Body.Piece> pieces = new ArrayList<>();
        full.forEach(bytes -> pieces.add(new Body.Piece(bytes, bytes.length)));
        Optional.ofNullable(chunk).ifPresent(bytes -> pieces.add(new Body.Piece(bytes, filled)));
        return pieces;
    }

    private void release() {
        full.forEach(pool::give);
        full.clear();
        Optional.ofNullable(chunk).ifPresent(pool::give);
        fill(null);
    }

    /**
     * Gives up what is not completed, in memory and in the bucket.
     *
     * @throws StoreException where the bucket keeps the parts; memory is free then, too
     */
    public void abort() {
        release();
        parts.giveUp();
        String id = upload;
        if (id != null && etag == null) {
            upload = null;
            store.failures()
                    .judge(
                            "s3:AbortMultipartUpload",
                            key,
                            () -> store.client()
                                    .abortMultipartUpload(request -> request.bucket(store.bucket())
                                            .key(key)
                                            .uploadId(id)));
        }
    }
}
