package dev.caudal.replicate;

import java.time.Instant;
import java.util.Optional;

/**
 * What a task is doing.
 *
 * @param kind the phase
 * @param since since when
 * @param reason why, where it recovers or has failed; else empty
 * @param attempt how many attempts have failed, where it recovers; else 0
 * @param nextTry when it tries again, where it recovers
 */
record Phase(Kind kind, Instant since, String reason, int attempt, Optional<Instant> nextTry) {

    /** The phases. */
    enum Kind {
        /** Neither source nor target has answered yet. */
        STARTING,
        /** A table is not loaded yet. */
        LOADING,
        /** It follows the log. */
        CHANGES,
        /** All is loaded and changes are not wanted. */
        COMPLETED,
        /** A server is away; the task tries again. */
        RECOVERING,
        /** A person is needed. */
        FAILED,
        /** The worker has stopped it. */
        STOPPED
    }

    static Phase of(Kind kind) {
        return of(kind, "");
    }

    static Phase of(Kind kind, String reason) {
        return new Phase(kind, Instant.now(), reason, 0, Optional.empty());
    }
}
