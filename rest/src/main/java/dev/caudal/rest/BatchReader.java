package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the body of a request to produce in one pass. Values stay where they are: JSON as its own bytes, base64 decoded
 * in place. All of it is checked before the first record is sent.
 */
final class BatchReader {
    /** Names that come with each record, and how they stand in a body: no text is made of these. */
    private static final String[] WORDS = {"value", "key", "partition"};

    private static final byte[][] NAMES = Arrays.stream(WORDS)
            .map(word -> word.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private final byte[] body;
    private final BodyScanner json;
    private final boolean binary;
    private final Batch batch;

    /** Where the key or value begins that {@link #data} has passed last. */
    private int from;

    private BatchReader(Body body, Format format) {
        this.body = body.bytes();
        this.json = new BodyScanner(body.bytes(), 0, body.length());
        this.binary = format == Format.BINARY;
        this.batch = new Batch(body.bytes());
    }

    /**
     * Reads a body.
     *
     * @param format how keys and values stand in it
     * @throws RestError when it is not what the API asks for
     */
    static Batch read(Body body, Format format) {
        if (body.length() == 0) {
            throw RestError.invalid("The body may not be null (was null)");
        }
        var reader = new BatchReader(body, format.supported());
        reader.body();
        if (reader.batch.size() == 0) {
            throw RestError.invalid("records may not be empty (was [])");
        }
        return reader.batch;
    }

    private void body() {
        if (json.skipNull()) {
            throw RestError.invalid("The body may not be null (was null)");
        }
        json.expect('{');
        if (!json.skip('}')) {
            do {
                field();
            } while (json.skip(','));
            json.expect('}');
        }
        json.end();
    }

    private void field() {
        var name = name();
        switch (name) {
            case "records" -> records();
            case "key_schema", "key_schema_id", "value_schema", "value_schema_id" -> json.value();
            default -> throw RestError.badRequest("Unrecognized field: " + name);
        }
    }

    private void records() {
        if (json.skipNull()) {
            return;
        }
        json.expect('[');
        if (json.skip(']')) {
            return;
        }
        do {
            record();
        } while (json.skip(','));
        json.expect(']');
    }

    private void record() {
        batch.next();
        json.expect('{');
        if (json.skip('}')) {
            return;
        }
        do {
            recordField();
        } while (json.skip(','));
        json.expect('}');
    }

    private void recordField() {
        var name = name();
        if (json.skipNull()) {
            return;
        }
        switch (name) {
            case "key" -> {
                int to = data();
                batch.key(from, to);
            }
            case "value" -> {
                int to = data();
                batch.value(from, to);
            }
            case "partition" -> partition();
            default -> throw RestError.badRequest("Unrecognized field: " + name);
        }
    }

    private void partition() {
        int partition = json.integer();
        if (partition < 0) {
            throw RestError.invalid("records.partition must be 0 or more (was %d)".formatted(partition));
        }
        batch.partition(partition);
    }

    /** Passes a key or value and returns where its bytes end. */
    private int data() {
        boolean isString = json.peek() == '"';
        from = json.at();
        json.value();
        int to = json.at();
        if (!binary) {
            return to;
        }
        if (!isString) {
            throw json.error("base64 in a string is expected (or the media type application/vnd.kafka.json.v2+json)");
        }
        from++;
        int end = Base64Text.decode(body, from, JsonText.unescape(body, from, to - 1));
        if (end < 0) {
            throw RestError.badRequest(
                    "Record %d of the body has a key or value that is no valid base64 string.".formatted(batch.size()));
        }
        return end;
    }

    private String name() {
        byte unused = json.peek();
        int start = json.at() + 1;
        json.string();
        int end = json.at() - 1;
        json.expect(':');
        for (int i = 0; i < NAMES.length; i++) {
            if (Arrays.equals(body, start, end, NAMES[i], 0, NAMES[i].length)) {
                return WORDS[i];
            }
        }
        return new String(body, start, end - start, StandardCharsets.UTF_8);
    }
}
