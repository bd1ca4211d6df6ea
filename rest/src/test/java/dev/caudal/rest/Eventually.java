package dev.caudal.rest;

/** Waits for what a cluster brings about by and by. */
final class Eventually {
    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 100;

    private Eventually() {}

    /** Tries it until it does not fail any more, for ten seconds at most; the last failure is the test's. */
    static void passes(Runnable assertion) {
        for (int tries = 1; ; tries++) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (tries == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
