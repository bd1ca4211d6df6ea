package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that happened to a task.
 *
 * @param id its place among all notes, rising, the same after a restart of the platform
 * @param task the task
 * @param time when
 * @param event a stable word, for example {@code source-lost}
 * @param text one sentence for people
 */
public record TaskNote(long id, String task, Instant time, String event, String text) {

    static TaskNote of(long id, String task, JsonNode json) {
        return new TaskNote(
                id,
                task,
                Times.of(json.path("time")),
                json.path("event").asText(),
                json.path("text").asText());
    }
}
