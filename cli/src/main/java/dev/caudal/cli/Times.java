package dev.caudal.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Times as people read and write them. */
final class Times {
    private Times() {}

    /** A time in milliseconds; {@code -} when it is not known. */
    static String text(long millis) {
        return millis < 0 ? "-" : Instant.ofEpochMilli(millis).toString();
    }

    /** Milliseconds, or a time such as {@code 2026-05-20T19:33:55Z} or with an offset. */
    static long parse(String option, String text) {
        if (text.matches("\\d{10,}")) {
            return Long.parseLong(text);
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%s '%s' is neither a time such as 2026-05-20T19:33:55Z or 2026-05-20T15:33:55-04:00, nor milliseconds since 1970."
                            .formatted(option, text),
                    e);
        }
    }
}
