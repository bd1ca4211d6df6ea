package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Moments in JSON. */
final class Times {

    private Times() {}

    /** The moment, or the epoch where there is none. */
    static Instant of(JsonNode json) {
        return optional(json).orElse(Instant.EPOCH);
    }

    static Optional<Instant> optional(JsonNode json) {
        if (!json.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(json.asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
