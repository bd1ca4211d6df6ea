package dev.caudal.server.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * A request to the REST proxy.
 *
 * @param method one of {@link #METHODS}
 * @param path with its query, encoded, from the slash on
 * @param contentType of the body; empty for none
 * @param accept which form the answer shall have; empty for the proxy's usual
 * @param body what is sent; empty for none
 */
public record ProxyRequest(String method, String path, String contentType, String accept, Optional<String> body) {

    /** The methods that the proxy knows. */
    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /**
     * Reads a request.
     *
     * @param json an object with the fields of this record; all but method and path may be missing
     * @throws Refusal naming the field that is wrong
     */
    public static ProxyRequest parse(JsonNode json) {
        var method = json.path("method").asText();
        if (!METHODS.contains(method)) {
            throw Refusal.invalid(
                    "method",
                    "'method' is %s.".formatted(json.path("method")),
                    "Give one of %s.".formatted(String.join(", ", METHODS)));
        }
        var path = json.path("path").asText();
        if (!path.startsWith("/")) {
            throw Refusal.invalid(
                    "path", "'path' is %s.".formatted(json.path("path")), "Begin with a slash, as in /topics.");
        }
        return new ProxyRequest(
                method,
                path,
                line(json, "contentType"),
                line(json, "accept"),
                Optional.of(json.path("body")).filter(JsonNode::isTextual).map(JsonNode::asText));
    }

    private static String line(JsonNode json, String field) {
        var value = json.path(field).asText("");
        if (!value.chars().allMatch(each -> each >= ' ' && each < 127)) {
            throw Refusal.invalid(
                    field, "'%s' is %s.".formatted(field, json.path(field)), "Give a media type, as application/json.");
        }
        return value;
    }
}
