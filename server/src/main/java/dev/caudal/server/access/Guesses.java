package dev.caudal.server.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many passwords may be tried: a few at once, then one after the other with a pause. Any thread may ask. */
final class Guesses {
    private static final int REMEMBERED = 10_000;

    private final int most;
    private final long pauseNanos;
    private final Map<String, Long> spent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Counts.
     *
     * @param most how many may be tried at once
     * @param pause after which one more may be
     */
    Guesses(int most, Duration pause) {
        this.most = most;
        pauseNanos = pause.toNanos();
    }

    /** Takes one of those that whoever has this key may try; false where none is left. */
    synchronized boolean take(String key) {
        long now = System.nanoTime();
        // The time at which all will be there again.
        long full = full(key, now) + pauseNanos;
        if (full - now > most * pauseNanos) {
            return false;
        }
        spent.put(key, full);
        return true;
    }

    /** The password was right: it was no guess. */
    synchronized void giveBack(String key) {
        spent.computeIfPresent(key, (it, full) -> full - pauseNanos);
    }

    private long full(String key, long now) {
        var full = spent.get(key);
        return full == null || full - now < 0 ? now : full;
    }
}
