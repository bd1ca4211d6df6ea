package dev.caudal.server.world;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.caudal.local.LocalServerException;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.ProblemSummary;
import dev.caudal.server.definition.Refusal;
import java.util.Locale;
import java.util.Optional;

/**
 * How the database {@code world} is.
 *
 * @param state the word for it
 * @param step what is being done, while it starts
 * @param address host and port, once it serves
 * @param task the task that replicates it, once somebody wanted one
 * @param problem why it does not serve
 */
public record WorldState(
        Word state,
        Optional<Step> step,
        Optional<String> address,
        Optional<String> task,
        Optional<ProblemSummary> problem) {
    /** There is none. */
    static final WorldState ABSENT =
            new WorldState(Word.ABSENT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of its life. */
    public enum Word {
        /** Nobody wanted it yet. */
        ABSENT,
        /** It will serve soon. */
        STARTING,
        /** It serves. */
        READY,
        /** It could not be started. */
        FAILED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** On the way. */
    public enum Step {
        /** The programs come from Maven Central, once on a machine. */
        FETCH,
        /** The server starts and its rows are loaded. */
        START,
        /** Connections and task are saved. */
        DEFINE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static WorldState starting(Step step) {
        return new WorldState(Word.STARTING, Optional.of(step), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static WorldState ready(int port, Optional<String> task) {
        return new WorldState(Word.READY, Optional.empty(), Optional.of("127.0.0.1:" + port), task, Optional.empty());
    }

    static WorldState failed(RuntimeException error) {
        return new WorldState(
                Word.FAILED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(summary(error)));
    }

    private static ProblemSummary summary(RuntimeException error) {
        if (error instanceof Refusal refusal) {
            return ProblemSummary.of(refusal);
        }
        boolean told = error instanceof LocalServerException || error instanceof PlatformException;
        return ProblemSummary.of(
                ProblemCode.DATABASE_NOT_STARTED,
                told ? String.valueOf(error.getMessage()) : "It failed for an unforeseen reason: " + error,
                "See logs/mariadb.log and logs/server.log in the platform's folder, then try again.");
    }
}
