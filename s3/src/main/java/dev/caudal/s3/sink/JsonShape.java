package dev.caudal.s3.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What bytes are as JSON by the letter. */
enum JsonShape {
    /** Not just one value. */
    NO_DOCUMENT,
    /** One value, on several lines. */
    DOCUMENT,
    /** One value without the end of a line in it or around it. */
    LINE;

    private static final JsonFactory JSON = new JsonFactory();

    static JsonShape of(byte[] message) {
        // The parser would take other encodings, too, whose characters may have the byte of a line's end.
        if (message.length == 0 || message[0] <= 0 || message.length > 1 && message[1] == 0) {
            return NO_DOCUMENT;
        }
        try (JsonParser parser = JSON.createParser(message)) {
            if (!isOneValue(parser)) {
                return NO_DOCUMENT;
            }
            // In texts they are not allowed, so the parser has counted them all.
            return parser.currentLocation().getLineNr() == 1 ? LINE : DOCUMENT;
        } catch (IOException e) {
            return NO_DOCUMENT;
        }
    }

    private static boolean isOneValue(JsonParser parser) throws IOException {
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return parser.nextToken() == null;
            }
        }
        return false;
    }
}
