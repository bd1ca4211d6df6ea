package dev.caudal.server.monitor;

import java.util.Arrays;
import java.util.Locale;

/** What a task said that it was doing. */
public enum TaskPhase {
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
    STOPPED;

    static TaskPhase of(String word) {
        return Arrays.stream(values())
                .filter(phase -> phase.word().equals(word))
                .findFirst()
                .orElse(STARTING);
    }

    /**
     * The phase in lower case, as the API has it.
     *
     * @return for example {@code changes}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
