package dev.caudal.server.task;

import java.time.Instant;

/**
 * What a running task last told of itself, judged: one that is silent recovers at best.
 *
 * @param time when
 * @param phase what it was doing
 * @param text why, where it recovers; else empty
 */
public record Sign(Instant time, Phase phase, String text) {
    /** What a task does. */
    public enum Phase {
        /** It has begun, and its servers have not answered yet. */
        STARTING,
        /** It loads. */
        LOADING,
        /** It follows the log. */
        APPLYING,
        /** It has loaded all, and no more was wanted. */
        COMPLETED,
        /** It waits for the source or the target, or is not heard of any more. */
        RECOVERING
    }
}
