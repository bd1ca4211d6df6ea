package dev.caudal.server.task;

import java.util.Optional;

/** Knows what tasks tell of themselves. Any thread may ask. */
public interface Signs {
    /**
     * What a task last told.
     *
     * @param task its name
     * @return empty when it has not told anything yet
     */
    Optional<Sign> of(String task);
}
