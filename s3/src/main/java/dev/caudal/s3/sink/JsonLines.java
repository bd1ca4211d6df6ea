package dev.caudal.s3.sink;

import java.util.Arrays;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** A document of JSON on each line. */
final class JsonLines implements ValueFormat {

    private static final byte[] NEW_LINE = {'\n'};

    private final JsonText json;
    private final JsonBytes bytes;

    JsonLines(JsonText json, JsonBytes bytes) {
        this.json = json;
        this.bytes = bytes;
    }

    @Override
    public String extension() {
        return ".json";
    }

    @Override
    public byte[] separator() {
        return NEW_LINE;
    }

    @Override
    public byte[] line(@Nullable Schema schema, @Nullable Object value) {
        if (value instanceof RawObject object) {
            return line(object.shape(), object.untouched(), schema, value);
        }
        if (schema instanceof RawScalar scalar) {
            return line(scalar.shape(), scalar.bytes(), schema, value);
        }
        if (bytes == JsonBytes.VERBATIM && value instanceof byte[] raw) {
            return line(JsonShape.of(raw), raw, schema, value);
        }
        return json.of(schema, value);
    }

    /** The message where it is JSON by the letter. */
    private byte[] line(JsonShape shape, byte @Nullable [] message, @Nullable Schema schema, @Nullable Object value) {
        if (message == null || shape == JsonShape.NO_DOCUMENT) {
            return json.of(schema, value);
        }
        return shape == JsonShape.LINE ? message : compact(message);
    }

    /** Without the space between tokens; numbers and order stay as they are. */
    static byte[] compact(byte[] document) {
        byte[] line = new byte[document.length];
        int length = 0;
        boolean text = false;
        for (int at = 0; at < document.length; at++) {
            byte octet = document[at];
            if (text && octet == '\\') {
                line[length++] = octet;
                octet = document[++at];
            } else if (octet == '"') {
                text = !text;
            }
            if (text || octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
                line[length++] = octet;
            }
        }
        return Arrays.copyOf(line, length);
    }
}
