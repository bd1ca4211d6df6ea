package dev.caudal.server.job;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.ProblemSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A piece of work, as it is at a moment.
 *
 * @param id never given twice
 * @param kind what it does
 * @param state the word for how far it is
 * @param request what was asked for
 * @param by who asked
 * @param started ISO 8601, UTC
 * @param ended the same; empty while it runs
 * @param progress how much is done
 * @param notes what a person should know, in sentences; the newest 50
 * @param result what came of it, once it is done
 * @param problem why it failed
 */
public record Job(
        String id,
        Kind kind,
        State state,
        JsonNode request,
        String by,
        String started,
        Optional<String> ended,
        Progress progress,
        List<String> notes,
        Optional<JsonNode> result,
        Optional<ProblemSummary> problem) {

    /** The same, ended for a reason that it did not live to see. */
    Job failed(String time, ProblemSummary why) {
        return new Job(
                id,
                kind,
                State.FAILED,
                request,
                by,
                started,
                Optional.of(time),
                progress,
                notes,
                Optional.empty(),
                Optional.of(why));
    }

    /** What jobs do. */
    public enum Kind {
        /** Reads all objects of a backup. */
        VERIFY,
        /** Tells what a restore would do. */
        DRY_RUN,
        /** Restores a backup into a cluster. */
        RESTORE,
        /** Rehearses the loss of a cluster. */
        DRILL;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Of its life. */
    public enum State {
        /** It works. */
        RUNNING,
        /** It was told to end, and has not yet. */
        CANCELLING,
        /** It has a result. */
        DONE,
        /** It has a problem. */
        FAILED,
        /** It ended because it was told to. */
        CANCELLED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOver() {
            return this != RUNNING && this != CANCELLING;
        }
    }

    /**
     * How much is done, in records or, where a job verifies, in topics.
     *
     * @param done how many
     * @param total of how many; -1 while it is not known
     */
    public record Progress(long done, long total) {}
}
