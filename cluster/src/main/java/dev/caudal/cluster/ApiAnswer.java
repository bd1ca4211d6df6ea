package dev.caudal.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param body none with the status 204
 */
record ApiAnswer(int status, Optional<JsonNode> body) {
    static ApiAnswer of(JsonNode body) {
        return new ApiAnswer(200, Optional.of(body));
    }

    static ApiAnswer empty() {
        return new ApiAnswer(204, Optional.empty());
    }
}
