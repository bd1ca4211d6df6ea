package dev.caudal.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A request for records that waits for them. Belongs to its consumer's thread, but for its result. */
final class Read {
    private final Client client;
    private final int maxBytes;
    private final int minBytes;
    private final long deadline;
    private final CompletableFuture<Page> result = new CompletableFuture<>();
    private long pagesBefore;
    private boolean begun;

    /**
     * A request that has just come.
     *
     * @param client who asks
     * @param maxBytes the most key and value bytes of the page; one record is always allowed
     * @param minBytes an earlier end of the wait needs so many; less than 1: any
     * @param wait the longest wait
     */
    Read(Client client, int maxBytes, int minBytes, Duration wait) {
        this.client = client;
        this.maxBytes = maxBytes;
        this.minBytes = Math.min(maxBytes, minBytes);
        this.deadline = System.nanoTime() + wait.toNanos();
    }

    Client client() {
        return client;
    }

    int maxBytes() {
        return maxBytes;
    }

    int minBytes() {
        return minBytes;
    }

    CompletableFuture<Page> result() {
        return result;
    }

    /** How long it may wait yet, in nanoseconds. */
    long left() {
        return deadline - System.nanoTime();
    }

    /** Remembers how many pages had been written when it came: it cannot acknowledge later ones. */
    void arrive(long pages) {
        pagesBefore = pages;
    }

    /** Whether its client had a page when it sent this request. */
    boolean acknowledges(Page page) {
        return page.number() <= pagesBefore || page.client().equals(client);
    }

    /** Whether this is the first time that its turn has come. */
    boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }
}
