package dev.caudal.mysql;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from the threads that read to the thread that delivers: a queue that holds at most a number of bytes (one
 * batch is always let in). When reading has failed, the batches before the failure are still handed out, then the
 * failure is thrown. Safe for use by several threads.
 */
public final class BatchQueue {

    private final long capacity;
    private final ArrayDeque<Batch> batches = new ArrayDeque<>();
    private long bytes;
    private boolean closed;
    private @Nullable SourceException failure;

    /** A queue that holds {@code capacity} bytes, at least 1. */
    public BatchQueue(long capacity) {
        this.capacity = capacity;
    }

    /** Adds a batch; waits while the queue is full. Does nothing once the queue is closed. */
    synchronized void put(Batch batch) throws InterruptedException {
        while (!closed && bytes > 0 && bytes + batch.bytes() > capacity) {
            wait();
        }
        if (!closed) {
            batches.add(batch);
            bytes += batch.bytes();
            notifyAll();
        }
    }

    /** Says that nothing more comes because reading failed; the first failure counts. */
    synchronized void fail(SourceException e) {
        if (failure == null) {
            failure = e;
        }
        notifyAll();
    }

    /** Ends the queue: what is in it is forgotten, readers that wait are let go. */
    synchronized void close() {
        closed = true;
        batches.clear();
        bytes = 0;
        notifyAll();
    }

    /**
     * The next batch, or nothing if none came in time.
     *
     * @throws SourceException if reading failed and all batches before it are handed out
     */
    public synchronized Optional<Batch> poll(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (batches.isEmpty() && failure == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        Batch next = batches.poll();
        if (next == null) {
            throw failure;
        }
        bytes -= next.bytes();
        notifyAll();
        return Optional.of(next);
    }
}
