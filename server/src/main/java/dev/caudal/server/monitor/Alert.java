package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import java.time.Instant;

/**
 * Something that a person should look at, or that is over.
 *
 * @param task the task
 * @param kind {@code task-error}, {@code lag} or {@code table-error}
 * @param subject the table, where it is about one; else empty
 * @param raised whether it begins; false when it is over
 * @param time when it was noticed
 * @param text what it is, in one sentence
 */
public record Alert(String task, String kind, String subject, boolean raised, Instant time, String text) {

    /**
     * As the API and webhooks have it.
     *
     * @return with {@code time} in UTC
     */
    public ObjectNode json() {
        return Json.MAPPER
                .createObjectNode()
                .put("task", task)
                .put("kind", kind)
                .put("subject", subject)
                .put("raised", raised)
                .put("time", time.toString())
                .put("text", text);
    }
}
