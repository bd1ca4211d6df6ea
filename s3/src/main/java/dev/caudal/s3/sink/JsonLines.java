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
        byte[] document = document(schema, value);
        if (document == null) {
            return json.of(schema, value);
        }
        return isLine(document) ? document : compact(document);
    }

    /** The message where it is JSON by the letter. */
    private byte @Nullable [] document(@Nullable Schema schema, @Nullable Object value) {
        if (value instanceof RawObject object) {
            return object.document() ? object.untouched() : null;
        }
        if (schema instanceof RawScalar scalar) {
            return scalar.document() ? scalar.bytes() : null;
        }
        return bytes == JsonBytes.VERBATIM && value instanceof byte[] raw && RawJsonConverter.isDocument(raw)
                ? raw
                : null;
    }

    private static boolean isLine(byte[] document) {
        for (byte octet : document) {
            if (octet == '\n' || octet == '\r') {
                return false;
            }
        }
        return true;
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
