package dev.caudal.connect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a JSON file with their lines: an object of settings, or the body of a request that creates a connector, with
 * {@code name} and {@code config}.
 */
final class JsonText {
    private final JsonParser parser;
    private final List<String> lines;
    private final List<Entry> entries = new ArrayList<>();

    private JsonText(JsonParser parser, List<String> lines) {
        this.parser = parser;
        this.lines = lines;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no JSON, or none of these two forms
     */
    static List<Entry> entries(String text) {
        try (var parser = new JsonFactory().createParser(text)) {
            var json = new JsonText(parser, text.lines().toList());
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("line 1: it is not a JSON object");
            }
            json.object(true);
            return json.entries;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "it is no JSON: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private void object(boolean outer) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int line = parser.currentTokenLocation().getLineNr();
            var key = parser.currentName();
            var token = parser.nextToken();
            if (outer && key.equals("config") && token == JsonToken.START_OBJECT) {
                object(false);
            } else if (token.isScalarValue()) {
                var value = token == JsonToken.VALUE_NULL ? "" : parser.getText();
                entries.add(new Entry(line, key, value, lines.get(line - 1)));
            } else {
                throw new IllegalArgumentException(
                        "line %d: the value of '%s' is neither a text nor a number nor a boolean".formatted(line, key));
            }
        }
    }
}
