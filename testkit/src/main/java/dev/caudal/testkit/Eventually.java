package dev.caudal.testkit;

import java.time.Duration;

/** Waits for what becomes true by itself. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /** Something that holds or not. */
    public interface Condition {
        /**
         * Whether it does now.
         *
         * @return false to be asked again
         * @throws Exception what ends the wait
         */
        boolean holds() throws Exception;
    }

    /**
     * Waits at most three minutes.
     *
     * @param what completes the sentence "it does not hold that …"
     * @param condition what to wait for
     */
    public static void holds(String what, Condition condition) {
        holds(what, LIMIT, condition);
    }

    /**
     * Waits until a condition holds; its exceptions end the wait.
     *
     * @param what completes the sentence "it does not hold that …"
     * @param limit how long
     * @param condition what to wait for
     */
    public static void holds(String what, Duration limit, Condition condition) {
        long begin = System.nanoTime();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() - begin > limit.toNanos()) {
                    throw new AssertionError("After " + limit.toSeconds() + " s it does not hold that " + what);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("While waiting until " + what, e);
        }
    }

    /**
     * Tries an assertion until it does not fail any more, for a minute at most; the last failure is the test's.
     *
     * @param assertion what may fail at first, by an {@link AssertionError} only
     */
    public static void passes(Runnable assertion) {
        long begin = System.nanoTime();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() - begin > Duration.ofMinutes(1).toNanos()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
