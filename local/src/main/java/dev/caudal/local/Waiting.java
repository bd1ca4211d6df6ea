package dev.caudal.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that cannot call back: another process. */
final class Waiting {
    private Waiting() {}

    /**
     * Looks again and again until a condition holds.
     *
     * @param limit how long to wait at most
     * @param pause the time between two looks
     * @param condition what to wait for
     * @return whether the condition held in time
     * @throws LocalServerException when the thread is interrupted, which stays set
     */
    static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            sleep(pause);
        }
        return true;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while waiting for a local server.", e);
        }
    }
}
