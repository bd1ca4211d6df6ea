package dev.caudal.s3.restore;

import dev.caudal.s3.archive.RestoreState;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * That only one process restores into a cluster: an object that its holder writes anew every three seconds. Whoever finds it
 * held watches it for fifteen seconds and takes it over only if it did not change; so no two clocks are compared.
 *
 * <p>Any thread may check it; one changes the state.
 */
final class Lease implements AutoCloseable {
    static final Duration TERM = Duration.ofSeconds(15);
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final ArchiveBucket bucket;
    private final String key;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "restore-lease");
        thread.setDaemon(true);
        return thread;
    });

    private RestoreState state;
    private String etag;
    private Optional<RestoreState> unanswered = Optional.empty();
    private long lastBeat = System.nanoTime();
    private volatile Optional<String> lost = Optional.empty();

    private Lease(ArchiveBucket bucket, String key, RestoreState state, String etag) {
        this.bucket = bucket;
        this.key = key;
        this.state = state;
        this.etag = etag;
        var unused = heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes the lease; {@code fresh} is the state where there is none yet. */
    static Lease take(ArchiveBucket bucket, String key, RestoreState fresh, RestoreListener listener) {
        // The tag first: if another writes between, ours will not be taken for the newest.
        var found = bucket.tag(key);
        if (found.isEmpty()) {
            var mine = fresh.heldBy(holder());
            return bucket.putAbsent(key, mine.toBytes())
                    .map(tag -> new Lease(bucket, key, mine, tag))
                    .orElseThrow(() -> taken("another process"));
        }
        var theirs = RestoreState.parse(key, bucket.read(key));
        var tag = found.get();
        if (!theirs.holder().isEmpty()) {
            listener.note(
                    "The last restore into this cluster (%s) did not end in order; waiting %d s to see that it is dead."
                            .formatted(theirs.holder(), TERM.toSeconds()));
            awaitDeath(bucket, key, theirs, tag);
        }
        var mine = theirs.heldBy(holder()).alive();
        return bucket.putUnchanged(key, mine.toBytes(), tag)
                .map(written -> new Lease(bucket, key, mine, written))
                .orElseThrow(() -> taken("another process"));
    }

    /** The state as it was last written. */
    synchronized RestoreState state() {
        return state;
    }

    /** Changes the state and writes it. */
    synchronized void change(UnaryOperator<RestoreState> change) {
        check();
        write(change.apply(state));
        check();
    }

    /** Throws when another may have taken over. */
    void check() {
        lost.ifPresent(reason -> {
            throw RestoreException.conflict(reason);
        });
    }

    /** Gives it back. */
    @Override
    public void close() {
        heart.shutdownNow();
        synchronized (this) {
            if (lost.isEmpty()) {
                write(state.heldBy(""));
            }
        }
    }

    private synchronized void beat() {
        try {
            if (lost.isEmpty()) {
                write(state.alive());
            }
        } catch (RuntimeException e) {
            if (System.nanoTime() - lastBeat > TERM.minus(BEAT).toNanos()) {
                lost = Optional.of(
                        "The bucket could not be written for %d s, so another restore may have begun: %s. Run the restore again; it goes on where it stopped."
                                .formatted(TERM.toSeconds(), e.getMessage()));
            }
        }
    }

    private void write(RestoreState next) {
        unanswered.ifPresent(this::recognize);
        unanswered = Optional.of(next);
        var written = bucket.putUnchanged(key, next.toBytes(), etag);
        unanswered = Optional.empty();
        if (written.isEmpty()) {
            lost = Optional.of("Another process has taken the restore over (%s). Leave it to that one.".formatted(key));
            return;
        }
        etag = written.get();
        state = next;
        lastBeat = System.nanoTime();
    }

    /** A write whose answer was lost may have taken place; then the new tag is ours. */
    private void recognize(RestoreState mine) {
        // The tag first: if another writes between, ours will not be taken for the newest.
        var tag = bucket.tag(key);
        if (tag.isPresent() && RestoreState.parse(key, bucket.read(key)).equals(mine)) {
            etag = tag.get();
        }
    }

    private static void awaitDeath(ArchiveBucket bucket, String key, RestoreState theirs, String tag) {
        long end = System.nanoTime() + TERM.toNanos();
        while (System.nanoTime() - end < 0) {
            pause();
            if (!bucket.tag(key).equals(Optional.of(tag))) {
                throw taken(theirs.holder());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreException("Interrupted while waiting for the lease of the restore.", e);
        }
    }

    private static RestoreException taken(String holder) {
        return RestoreException.conflict(
                "Another restore into this cluster runs: %s. Let it end, or stop it and run this again."
                        .formatted(holder));
    }

    private static String holder() {
        return "process %d on %s".formatted(ProcessHandle.current().pid(), host());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unknown host";
        }
    }
}
