package dev.caudal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Reads a record from JSON that has been checked. Base64 is decoded in place, other data is copied as it stands. */
final class V3RecordReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NONE = new byte[0];

    private final byte[] bytes;
    private final BodyScanner json;
    private final boolean named;

    private String id = "";
    private int partition = Batch.ANY;
    private @Nullable Long timestamp;
    private List<Header> headers = List.of();
    private V3Record.Data key = V3Record.Data.NULL;
    private V3Record.Data value = V3Record.Data.NULL;

    private V3RecordReader(byte[] bytes, int from, int to, boolean named) {
        this.bytes = bytes;
        this.json = new BodyScanner(bytes, from, to);
        this.named = named;
    }

    /** A record by itself. */
    static V3Record read(byte[] bytes) {
        return new V3RecordReader(bytes, 0, bytes.length, false).record();
    }

    /** A record of a batch, whose {@code id} may have any value. */
    static V3Record read(byte[] bytes, int from, int to) {
        return new V3RecordReader(bytes, from, to, true).record();
    }

    private V3Record record() {
        fields(this::field);
        return new V3Record(id, partition, timestamp, headers, key, value);
    }

    private void field(String name) {
        switch (name) {
            case "partition_id" -> partition();
            case "timestamp" -> timestamp = timestamp(text(name));
            case "headers" -> headers = headers();
            case "key" -> key = data(name);
            case "value" -> value = data(name);
            default -> {
                if (!named || !name.equals("id")) {
                    throw RestError.badRequest("Unrecognized field: " + name);
                }
                id = json.peek() == '"' ? text(name) : skipped();
            }
        }
    }

    private String skipped() {
        json.value();
        return "";
    }

    private void partition() {
        partition = json.integer();
        if (partition < 0) {
            throw RestError.partitionNotFound();
        }
    }

    private static long timestamp(String text) {
        try {
            long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
            if (millis >= 0) {
                return millis;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw RestError.badRequest("timestamp=\"%s\" is no time like 2026-01-31T12:00:00Z.".formatted(text));
        }
        throw RestError.badRequest("timestamp=\"%s\" is before 1970.".formatted(text));
    }

    private List<Header> headers() {
        var read = new ArrayList<Header>();
        if (json.peek() != '[') {
            throw RestError.badRequest("headers must be a list.");
        }
        json.expect('[');
        if (!json.skip(']')) {
            do {
                read.add(header());
            } while (json.skip(','));
            json.expect(']');
        }
        return read;
    }

    private Header header() {
        var header = new Object() {
            @Nullable String name;

            byte @Nullable [] value;
        };
        fields(field -> {
            switch (field) {
                case "name" -> header.name = text(field);
                case "value" -> header.value = base64(field);
                default -> throw RestError.badRequest("Unrecognized field: headers." + field);
            }
        });
        if (header.name == null) {
            throw RestError.badRequest("headers.name is missing.");
        }
        return new RecordHeader(header.name, header.value);
    }

    private V3Record.Data data(String what) {
        var data = new Object() {
            String type = "";
            int from = -1;
            int to = -1;
        };
        fields(field -> {
            switch (field) {
                case "type" -> data.type = text(field).toUpperCase(Locale.ROOT);
                case "data" -> {
                    byte unused = json.peek();
                    data.from = json.at();
                    json.value();
                    data.to = json.at();
                }
                case "subject", "subject_name_strategy", "schema_id", "schema_version", "schema" -> {
                    throw schema();
                }
                default -> throw RestError.badRequest("Unrecognized field: %s.%s".formatted(what, field));
            }
        });
        return switch (data.type) {
            case "BINARY", "STRING", "JSON" -> new V3Record.Data(data.type, bytes(data.type, data.from, data.to));
            case "AVRO", "JSONSCHEMA", "PROTOBUF" -> throw schema();
            case "" -> {
                if (data.from >= 0) {
                    throw RestError.badRequest("%s has no type. Say BINARY, JSON or STRING.".formatted(what));
                }
                yield V3Record.Data.NULL;
            }
            default ->
                throw RestError.badRequest(
                        "The type of %s must be BINARY, JSON or STRING (was %s).".formatted(what, data.type));
        };
    }

    private byte @Nullable [] bytes(String type, int from, int to) {
        if (from < 0) {
            return null;
        }
        var at = new V3RecordReader(bytes, from, to, false);
        return switch (type) {
            case "BINARY" -> at.base64("data");
            case "STRING" -> at.text("data").getBytes(StandardCharsets.UTF_8);
            default -> Arrays.copyOfRange(bytes, from, to);
        };
    }

    private byte[] base64(String what) {
        if (json.peek() != '"') {
            throw RestError.badRequest("%s must be base64 in a string.".formatted(what));
        }
        int from = json.at() + 1;
        json.string();
        int to = json.at() - 1;
        if (from == to) {
            return NONE;
        }
        // Decoding destroys it.
        var text = new String(bytes, from, Math.min(to - from, 100), StandardCharsets.UTF_8);
        int end = Base64Text.decode(bytes, from, JsonText.unescape(bytes, from, to));
        if (end < 0) {
            throw RestError.badRequest("%s=\"%s\" is not a valid base64 string.".formatted(what, text));
        }
        return Arrays.copyOfRange(bytes, from, end);
    }

    private String text(String what) {
        if (json.peek() != '"') {
            throw RestError.badRequest("%s must be a string.".formatted(what));
        }
        int from = json.at();
        json.string();
        int to = json.at();
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return unescaped(from, to);
            }
        }
        return new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
    }

    private String unescaped(int from, int to) {
        try {
            return JSON.readValue(new String(bytes, from, to - from, StandardCharsets.UTF_8), String.class);
        } catch (JsonProcessingException e) {
            throw RestError.badRequest(e.getOriginalMessage());
        }
    }

    /** Passes an object and hands over each field that is not null, with its value next. */
    private void fields(Field field) {
        if (json.peek() != '{') {
            throw RestError.badRequest("An object is expected where there is another value.");
        }
        json.expect('{');
        if (json.skip('}')) {
            return;
        }
        do {
            var name = text("A name");
            json.expect(':');
            if (!json.skipNull()) {
                field.read(name);
            }
        } while (json.skip(','));
        json.expect('}');
    }

    private interface Field {
        void read(String name);
    }

    private static RestError schema() {
        return RestError.invalid(
                "Schemas need a schema registry, which this proxy does not use. Say type BINARY, JSON or STRING.");
    }
}
