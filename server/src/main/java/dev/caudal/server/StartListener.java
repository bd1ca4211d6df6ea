package dev.caudal.server;

import java.time.Duration;

/** Hears what has come up while a platform starts; called by the thread that starts it, in the same order each time. */
@FunctionalInterface
public interface StartListener {
    /**
     * A part serves.
     *
     * @param part its name and address, for people
     * @param took how long its start took
     */
    void started(String part, Duration took);
}
