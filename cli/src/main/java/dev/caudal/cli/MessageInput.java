package dev.caudal.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.caudal.core.AtMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Messages out of a stream of JSON: bare, in an array, in records as {@code topic consume -o jsonl} prints them, or in the objects
 * that the document's Node client prints, which are JavaScript rather than JSON.
 */
final class MessageInput implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true)
            .configure(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String name;
    private final JsonParser parser;
    /** Which message is read, from 1. */
    private long count;

    /**
     * Reads from a stream.
     *
     * @param in the stream, in UTF-8, closed with this
     * @param name what to call it in errors
     */
    MessageInput(InputStream in, String name) throws IOException {
        this.name = name;
        this.parser = JSON.createParser(new ValueReader(in));
    }

    /** The next message; empty at the end of the input, which must hold one at least. */
    Optional<ReadMessage> next() throws IOException {
        try {
            if (!isAtValue()) {
                requireOne();
                return Optional.empty();
            }
            return Optional.of(message(JSON.readTree(parser)));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw bad("is not JSON: %s (line %d, column %d)"
                    .formatted(firstLine(e.getOriginalMessage()), place.getLineNr(), place.getColumnNr()));
        } catch (IllegalArgumentException e) {
            throw bad("is no atMSG message. " + String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Moves to the next value; the messages may stand in an array. */
    private boolean isAtValue() throws IOException {
        count++;
        var token = parser.nextToken();
        while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
            token = parser.nextToken();
        }
        return token != null;
    }

    private static ReadMessage message(JsonNode root) throws JsonProcessingException {
        if (root.path("value").isTextual()) {
            return new ReadMessage(AtMessage.of(JSON.readTree(root.get("value").asText())), table(root));
        }
        boolean wrapped = root.path("data").has("magic");
        return new ReadMessage(AtMessage.of(wrapped ? root.get("data") : root), Optional.empty());
    }

    private static Optional<String> table(JsonNode record) {
        var schema = "";
        var table = "";
        for (var header : record.path("headers")) {
            schema = header.path("schema").asText(schema);
            table = header.path("table").asText(table);
        }
        return table.isEmpty() ? Optional.empty() : Optional.of(schema + "." + table);
    }

    private void requireOne() {
        if (count == 1) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no message in %s. Give atMSG messages as JSON, as 'caudal topic consume' prints them."
                            .formatted(name));
        }
    }

    private CommandFailure bad(String why) {
        return new CommandFailure(
                ExitCode.FAILED,
                "Message %d of %s %s. Give atMSG messages as JSON, as 'caudal topic consume' prints them."
                        .formatted(count, name, why));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
