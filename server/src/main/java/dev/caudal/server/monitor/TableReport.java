package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How one table of a task is.
 *
 * @param table schema and name
 * @param state queued, loading, completed or error
 * @param reason why it is in error; else empty
 * @param since since when
 * @param rows rows of the present load that are delivered
 * @param bytes bytes of their messages
 * @param estimate about how many rows it had when its load was planned; empty where that is not known
 * @param loadMillis how long the load took so far, in milliseconds, as far as the task saw it since its start
 * @param inserts delivered inserts since the task was started
 * @param updates delivered updates since the task was started
 * @param deletes delivered deletes since the task was started
 * @param dataErrors rows that could not be sent since the task was started
 */
public record TableReport(
        String table,
        String state,
        String reason,
        Instant since,
        long rows,
        long bytes,
        OptionalLong estimate,
        OptionalLong loadMillis,
        long inserts,
        long updates,
        long deletes,
        long dataErrors) {

    static TableReport of(String table, JsonNode json) {
        return new TableReport(
                table,
                json.path("state").asText("queued"),
                json.path("reason").asText(),
                Times.of(json.path("since")),
                json.path("rows").asLong(),
                json.path("bytes").asLong(),
                number(json.path("estimate")),
                number(json.path("loadMillis")),
                json.path("inserts").asLong(),
                json.path("updates").asLong(),
                json.path("deletes").asLong(),
                json.path("dataErrors").asLong());
    }

    private static OptionalLong number(JsonNode json) {
        return json.isNumber() ? OptionalLong.of(json.asLong()) : OptionalLong.empty();
    }
}
