package dev.caudal.replicate;

import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;

/**
 * When a task tries again, and how often. A server that does not answer is tried for ever, with pauses that grow to 10
 * s; a server that answers with an error is tried five times without a commit between them (ADR 6). Used by the task's
 * thread only.
 */
final class Retries {

    /** How many errors of the target without a commit between them end the task. */
    static final int FAILURES = 5;

    private static final Duration SHORTEST = Duration.ofMillis(400);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** So long an instance that another has replaced waits at least, so that its worker has the time to stop it. */
    private static final int YIELD = 3;

    private int outages;
    private int failures;
    private long retryAt = System.nanoTime();

    /** Whether an error says that the target is away, or moves, rather than that it refuses. */
    static boolean isOutage(Throwable e) {
        if (TargetRefusal.of(e).isPresent()) {
            return false;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    /** Something was committed: whatever failed before is forgotten. */
    void delivered() {
        outages = 0;
        failures = 0;
    }

    /** Notes that a server does not answer; returns the pause before the next attempt. */
    Duration outage() {
        return pause(outages++);
    }

    /** Notes an error of the target; returns the pause before the next attempt. */
    Duration failure() {
        return pause(failures++);
    }

    /** Notes that another instance of the task has taken over; returns a pause long enough to be stopped in it. */
    Duration takenOver() {
        return pause(YIELD + failures++);
    }

    /** How many attempts have failed since the last commit. */
    int attempts() {
        return outages + failures;
    }

    /** Whether one more error of the target ends the task. */
    boolean areUsedUp() {
        return failures + 1 >= FAILURES;
    }

    private Duration pause(int earlier) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(earlier, 8));
        Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        retryAt = System.nanoTime() + bounded.toNanos();
        return bounded;
    }

    /** Waits while a pause lasts, at most {@code longest}; returns whether there was something to wait for. */
    boolean pauses(Duration longest) throws InterruptedException {
        long left = retryAt - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        Thread.sleep(Math.min(left / 1_000_000 + 1, longest.toMillis()));
        return true;
    }
}
