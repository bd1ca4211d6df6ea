package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import org.jspecify.annotations.Nullable;

/** Bodies of requests. */
final class Bodies {
    private Bodies() {}

    /** The body of a request that must have one. */
    static JsonNode required(@Nullable JsonNode body) {
        if (body == null || body.isMissingNode()) {
            throw Refusal.of(ProblemCode.NO_BODY, "The request has no body.", "Send JSON with its type.");
        }
        return body;
    }
}
