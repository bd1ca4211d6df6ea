package dev.caudal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import java.nio.charset.StandardCharsets;

/**
 * A message of the demo's topic.
 *
 * @param text the value as it is in the topic, on one line
 * @param operation REFRESH, INSERT, UPDATE or DELETE; empty when the text is something else
 */
record DemoMessage(String text, String operation) {
    private static final String KEY = "\033[36m";
    private static final String STRING = "\033[32m";
    private static final String END = "\033[0m";

    static DemoMessage of(byte[] value) {
        var text = new String(value, StandardCharsets.UTF_8).replace("\r", "").replace('\n', ' ');
        return new DemoMessage(
                text,
                parse(text).path("message").path("headers").path("operation").asText(""));
    }

    /** Whether it is a row of the load. */
    boolean isRefresh() {
        return operation.equals("REFRESH");
    }

    /** On several lines, for people. */
    String pretty(boolean colours) {
        var pretty = parse(text).toPrettyString();
        if (!colours) {
            return pretty;
        }
        return pretty.replaceAll("(?m)^(\\s*)(\"[^\"]*\") :", "$1" + KEY + "$2" + END + " :")
                .replaceAll("(?m) : (\".*?\")(,?)$", " : " + STRING + "$1" + END + "$2");
    }

    private static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.getNodeFactory().textNode(text);
        }
    }
}
