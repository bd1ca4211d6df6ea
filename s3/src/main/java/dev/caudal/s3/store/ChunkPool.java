package dev.caudal.s3.store;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Memory for what waits to be sent, in chunks that are used again. The pool counts and never refuses: who writes asks
 * {@link #exhausted} first and makes room. One thread uses it.
 */
public final class ChunkPool {

    /** Bytes of a chunk: an idle object holds no more than this. */
    static final int CHUNK = 64 * 1024;

    private final long limit;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private long used;

    /**
     * An empty pool.
     *
     * @param limit bytes that may wait at the same time
     */
    public ChunkPool(long limit) {
        this.limit = limit;
    }

    byte[] take() {
        used += CHUNK;
        byte[] chunk = free.poll();
        return chunk == null ? new byte[CHUNK] : chunk;
    }

    void give(byte[] chunk) {
        used -= CHUNK;
        if (used + (free.size() + 1L) * CHUNK <= limit) {
            free.push(chunk);
        }
    }

    /**
     * Whether something has to be sent before more is written.
     *
     * @return whether the limit is reached
     */
    public boolean exhausted() {
        return used >= limit;
    }

    /**
     * What waits now.
     *
     * @return bytes of the chunks in use
     */
    public long used() {
        return used;
    }
}
