package dev.caudal.server.task;

import dev.caudal.mysql.SourceException;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;

/** What a source did not want or could not do, as a refusal. */
final class SourceRefusal {
    private SourceRefusal() {}

    /** The refusal; about a field where the source has answered. */
    static Refusal of(SourceException e, String field) {
        var text = String.valueOf(e.getMessage());
        return e.retryable()
                ? Refusal.of(
                        ProblemCode.SOURCE_UNREACHABLE,
                        text,
                        "See to it that the source runs and can be reached, and try again.")
                : Refusal.invalid(field, text, "Correct what is named, and try again.");
    }
}
