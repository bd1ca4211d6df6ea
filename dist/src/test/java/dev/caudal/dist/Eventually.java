package dev.caudal.dist;

import java.time.Duration;

/** Waits for what becomes true by itself. */
final class Eventually {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private Eventually() {}

    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits at most three minutes. */
    static void holds(String what, Condition condition) {
        holds(what, LIMIT, condition);
    }

    /** Waits at most {@code limit}; an exception of the condition ends the wait. */
    static void holds(String what, Duration limit, Condition condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("After " + limit.toSeconds() + " s it does not hold that " + what);
                }
                Thread.sleep(100);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("While waiting until " + what, e);
        }
    }
}
