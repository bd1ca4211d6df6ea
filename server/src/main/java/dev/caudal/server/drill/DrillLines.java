package dev.caudal.server.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.job.JobProgress;
import java.util.Optional;

/** Hears what the process of a drill tells; one thread writes, another reads after it. */
final class DrillLines {
    private final JobProgress progress;
    private Optional<JsonNode> result = Optional.empty();
    private String failure = "The process of the drill ended without a result.";

    DrillLines(JobProgress progress) {
        this.progress = progress;
    }

    /** A line; those that are not the drill's own are passed over. */
    void hear(String line) {
        if (!line.startsWith(DrillMain.MARK)) {
            return;
        }
        try {
            var told = Json.MAPPER.readTree(line.substring(DrillMain.MARK.length()));
            if (told.has(DrillMain.NOTE)) {
                progress.note(told.path(DrillMain.NOTE).asText());
            } else if (told.has(DrillMain.PLANNED)) {
                progress.total(told.path(DrillMain.PLANNED).asLong());
            } else if (told.has(DrillMain.SENT)) {
                progress.done(told.path(DrillMain.SENT).asLong());
            } else if (told.has(DrillMain.RESULT)) {
                result = Optional.of(told.path(DrillMain.RESULT));
            } else {
                failure = told.path(DrillMain.FAILURE).asText();
            }
        } catch (JsonProcessingException e) {
            failure = "The process of the drill told '%s'.".formatted(line);
        }
    }

    Optional<JsonNode> result() {
        return result;
    }

    String failure() {
        return failure;
    }
}
