package dev.caudal.server.monitor;

import dev.caudal.core.Count;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a task moves, judged by what it said and by how long it has said nothing. Only a task that was heard a moment
 * ago, whose servers answer and whose rows do not pile up is well.
 *
 * @param condition the phase's word, or {@code silent} or {@code stalled}
 * @param well whether nobody needs to look at it
 * @param text why not, in one sentence; empty where all is well
 */
public record Health(String condition, boolean well, String text) {

    /** A task speaks at least every three seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    private static final Duration COMMIT = Duration.ofSeconds(15);
    private static final Duration SOURCE = Duration.ofSeconds(5);

    /**
     * Judges a task.
     *
     * @param report what it said last
     * @param now the moment of the judgement
     * @return how it is
     */
    public static Health of(TaskReport report, Instant now) {
        var phase = report.phase();
        var silent = Duration.between(report.time(), now);
        return switch (phase) {
            case FAILED -> ill(phase.word(), report.reason());
            case STOPPED -> new Health(phase.word(), false, "");
            case STARTING, RECOVERING, LOADING, CHANGES, COMPLETED ->
                silent.compareTo(SILENCE) > 0
                        ? ill("silent", "Nothing was heard from the task for " + silent.toSeconds() + " s.")
                        : speaking(report);
        };
    }

    private static Health speaking(TaskReport report) {
        var phase = report.phase();
        if (phase == TaskPhase.STARTING || phase == TaskPhase.RECOVERING) {
            return ill(phase.word(), report.reason());
        }
        var idle = Duration.between(report.committed().orElse(report.since()), report.time());
        if (report.waiting() > 0 && idle.compareTo(COMMIT) > 0) {
            return ill(
                    "stalled",
                    Count.of(report.waiting(), "change") + " waiting, and nothing was committed for " + idle.toSeconds()
                            + " s.");
        }
        if (phase == TaskPhase.CHANGES && report.waiting() == 0) {
            var deaf = Duration.between(report.heard().orElse(report.since()), report.time());
            if (deaf.compareTo(SOURCE) > 0) {
                return ill("stalled", "The source was not heard for " + deaf.toSeconds() + " s.");
            }
        }
        return new Health(phase.word(), true, "");
    }

    private static Health ill(String condition, String text) {
        return new Health(condition, false, text);
    }
}
