package dev.caudal.server;

import java.time.Duration;

/** Hears what has come up while a platform starts; called by several threads, one at a time for each part. */
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
