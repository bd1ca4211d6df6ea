package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a task last said of itself.
 *
 * @param task its name
 * @param time when it said so
 * @param phase what it is doing
 * @param since since when
 * @param reason why, where it recovers or has failed; else empty
 * @param attempt how many attempts have failed, where it recovers
 * @param nextTry when it tries again, where it recovers
 * @param applied what is delivered
 * @param read what is read: delivered or waiting
 * @param sourceLatencyMillis between the last change by the source's clock, which has seconds, and its reading; 0 at rest
 * @param targetLatencyMillis between the last change by the source's clock and its commit; 0 at rest
 * @param committed when something was committed last
 * @param heard when the source was heard last while its log was read
 * @param readPosition the place in the log up to which it is read
 * @param appliedPosition the place in the log up to which it is delivered
 * @param gtid the global transaction identifiers up to there
 */
public record TaskReport(
        String task,
        Instant time,
        TaskPhase phase,
        Instant since,
        String reason,
        int attempt,
        Optional<Instant> nextTry,
        OperationCounts applied,
        OperationCounts read,
        long sourceLatencyMillis,
        long targetLatencyMillis,
        Optional<Instant> committed,
        Optional<Instant> heard,
        String readPosition,
        String appliedPosition,
        String gtid) {

    static TaskReport of(String task, JsonNode json) {
        var position = json.path("position");
        return new TaskReport(
                task,
                Times.of(json.path("time")),
                TaskPhase.of(json.path("phase").asText()),
                Times.of(json.path("since")),
                json.path("reason").asText(),
                json.path("attempt").asInt(),
                Times.optional(json.path("nextTry")),
                OperationCounts.of(json.path("totals")),
                OperationCounts.of(json.path("read")),
                json.path("sourceLatencyMillis").asLong(),
                json.path("targetLatencyMillis").asLong(),
                Times.optional(json.path("committed")),
                Times.optional(json.path("heard")),
                position.path("read").asText(),
                position.path("applied").asText(),
                position.path("gtid").asText());
    }

    /**
     * Changes and rows that are read and not delivered.
     *
     * @return how many, 0 or more
     */
    public long waiting() {
        var open = read.since(applied);
        return open.loaded() + open.changes();
    }
}
