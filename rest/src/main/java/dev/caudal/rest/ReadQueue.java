package dev.caudal.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The reads of a consumer, which are served one after the other, each page written before the next is begun. A page that
 * could not be written goes back and is the next one. Belongs to the consumer's thread.
 */
final class ReadQueue {
    /** So much is fetched before anybody asks for it. */
    private static final int AHEAD_BYTES = 2 << 20;

    /** A read may wait so much longer for a commit, rather than get nothing though there are records. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration ABANDONED = Duration.ofSeconds(4);

    private final ConsumerLoop loop;
    private final Inbox inbox;
    private final Progress progress;
    private final Membership membership;
    private final Attendance attendance;
    private final boolean json;
    private final Runnable used;
    private final ArrayDeque<Read> reads = new ArrayDeque<>();
    private Optional<Page> writing = Optional.empty();
    private Optional<RestError> failure = Optional.empty();
    private boolean drained = true;
    private long pages;

    /**
     * None yet.
     *
     * @param used is called by any thread when a page has come to its client, or has not
     */
    ReadQueue(
            ConsumerLoop loop,
            Inbox inbox,
            Progress progress,
            Membership membership,
            Attendance attendance,
            boolean json,
            Runnable used) {
        this.loop = loop;
        this.inbox = inbox;
        this.progress = progress;
        this.membership = membership;
        this.attendance = attendance;
        this.json = json;
        this.used = used;
    }

    /** Another one waits for its turn. */
    void add(Read read) {
        read.arrive(isWriting() ? pages - 1 : pages);
        reads.add(read);
    }

    boolean isEmpty() {
        return reads.isEmpty();
    }

    /** Whether a page is on its way. */
    boolean isWriting() {
        return writing.isPresent();
    }

    /** Whether nobody waits, and whoever did has gone for good. */
    boolean isAbandoned() {
        return !isWriting() && attendance.isAbandoned(reads, ABANDONED);
    }

    /** Whether the first could be answered, but for a commit. */
    boolean isUrgent() {
        return !isEmpty() && !isWriting() && !inbox.isEmpty();
    }

    /** Whether more is to be fetched; where memory is tight, only for one who waits. */
    boolean wantsMore(boolean tight) {
        long wanted = Math.max(
                AHEAD_BYTES, reads.stream().mapToLong(Read::minBytes).max().orElse(0));
        boolean awaited = !reads.isEmpty() && inbox.isEmpty();
        return inbox.bytes() < wanted && (awaited || !tight);
    }

    /** How long the most impatient one may wait yet, in nanoseconds. */
    long left() {
        return reads.stream().mapToLong(Read::left).min().orElse(Long.MAX_VALUE);
    }

    /** Something was fetched, or nothing was there. */
    void fetched(boolean some) {
        drained = !some;
    }

    /** Fetching failed; the first one is told. */
    void failed(RestError error) {
        failure = Optional.of(error);
    }

    /** Nobody gets anything any more. */
    void end() {
        reads.forEach(read -> read.result().complete(nothing(read)));
        reads.clear();
    }

    /** Answers those that have something to get, or have waited long enough. */
    void serve() {
        while (writing.isEmpty() && !reads.isEmpty()) {
            var read = reads.getFirst();
            if (read.begin()) {
                progress.acknowledge(read);
            }
            if (read.client().isGone()) {
                attendance.left();
                answer(read, List.of());
            } else if (failure.isPresent()) {
                fail(read, failure.get());
                failure = Optional.empty();
            } else if (progress.isSettled() && isReady(read)) {
                deliver(read);
            } else if (read.left() <= (inbox.isEmpty() ? 0 : -GRACE.toNanos())) {
                answer(read, List.of());
            } else {
                return;
            }
        }
    }

    private boolean isReady(Read read) {
        if (read.left() <= 0) {
            return true;
        }
        long wanted = Math.max(1, read.minBytes());
        return inbox.bytes() >= Math.min(AHEAD_BYTES, read.maxBytes()) && inbox.bytes() >= wanted
                || drained && !inbox.isEmpty() && inbox.bytes() >= (read.minBytes() < 1 ? 0 : wanted);
    }

    private void deliver(Read read) {
        try {
            answer(read, inbox.take(read.maxBytes(), json));
        } catch (RestError e) {
            fail(read, e);
        }
    }

    private void answer(Read read, List<ConsumerRecord<byte[], byte[]>> records) {
        reads.removeFirst();
        if (records.isEmpty()) {
            read.result().complete(nothing(read));
            return;
        }
        pages++;
        var page = new Page(pages, read.client(), records, written -> {
            used.run();
            var unused = loop.submit(() -> finished(written));
        });
        writing = Optional.of(page);
        read.result().complete(page);
    }

    private void finished(boolean written) {
        writing.ifPresent(page -> {
            if (written) {
                progress.written(page);
            } else {
                attendance.left();
                inbox.putBack(page.records().stream()
                        .filter(record -> membership.reads(record.topic(), record.partition()))
                        .toList());
            }
        });
        writing = Optional.empty();
    }

    private void fail(Read read, RestError error) {
        reads.removeFirst();
        read.result().completeExceptionally(error);
    }

    private Page nothing(Read read) {
        return new Page(0, read.client(), List.of(), written -> used.run());
    }
}
