package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A line of a task's log.
 *
 * @param id its place among all lines, rising, the same after a restart of the platform
 * @param task the task
 * @param time when it was written
 * @param component which part of the task wrote it, for example {@code SOURCE_CAPTURE}
 * @param level how grave it is
 * @param code a stable word, for example {@code source-lost}
 * @param text what happened
 * @param cause what a server or library said; empty where there is none
 * @param remedy what is to be done; empty where nothing is
 * @param worker which process wrote it
 */
public record LogLine(
        long id,
        String task,
        Instant time,
        String component,
        LogLevel level,
        String code,
        String text,
        String cause,
        String remedy,
        String worker) {

    static LogLine of(long id, String task, JsonNode json) {
        return new LogLine(
                id,
                task,
                Times.of(json.path("time")),
                json.path("component").asText(),
                LogLevel.of(json.path("level").asText()),
                json.path("code").asText(),
                json.path("text").asText(),
                json.path("cause").asText(),
                json.path("remedy").asText(),
                json.path("worker").asText());
    }
}
