package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A batch of records with names.
 *
 * <p>Only as a whole it can be refused for its names; a record that is wrong fails by itself.
 */
final class V3Batch {
    /** Confluent's default of {@code api.v3.produce.batch.maximum.entries}. */
    static final int MOST = 10;

    private static final Pattern ID = Pattern.compile("[\\w-]{1,80}");

    /** The places of one record in the body, and its name. */
    record Entry(String id, byte[] body, int from, int to) {
        /** Reads it; the body is not the same afterwards. */
        V3Record record() {
            return V3RecordReader.read(body, from, to);
        }
    }

    private final byte[] body;
    private final BodyScanner json;
    private final List<Entry> entries = new ArrayList<>();

    private V3Batch(Body body) {
        this.body = body.bytes();
        this.json = new BodyScanner(body.bytes(), 0, body.length());
    }

    /**
     * Reads a body.
     *
     * @return one to {@value #MOST} entries
     * @throws RestError when it is no batch
     */
    static List<Entry> read(Body body) {
        if (body.length() == 0) {
            throw V3Errors.batch("Request body is empty. Data is required.");
        }
        var batch = new V3Batch(body);
        batch.body();
        return List.copyOf(batch.entries);
    }

    private void body() {
        json.expect('{');
        if (!json.skip('}')) {
            do {
                var name = name();
                if (!name.equals("entries")) {
                    throw RestError.badRequest("Unrecognized field: " + name);
                }
                entries();
            } while (json.skip(','));
            json.expect('}');
        }
        json.end();
        check();
    }

    private void check() {
        if (entries.isEmpty()) {
            throw V3Errors.batch("Empty batch.");
        }
        if (entries.size() > MOST) {
            throw V3Errors.batch("Too many entries in batch. At most %d are allowed.".formatted(MOST));
        }
        var ids = new HashSet<String>();
        for (var entry : entries) {
            if (!ID.matcher(entry.id()).matches()) {
                throw V3Errors.batch("Batch entry identifier is not a valid string.");
            }
            if (!ids.add(entry.id())) {
                throw V3Errors.batch("Batch entry IDs are not distinct.");
            }
        }
    }

    private void entries() {
        if (json.skipNull()) {
            return;
        }
        json.expect('[');
        if (!json.skip(']')) {
            do {
                entry();
            } while (json.skip(','));
            json.expect(']');
        }
    }

    private void entry() {
        json.expect('{');
        int from = json.at() - 1;
        var id = "";
        if (!json.skip('}')) {
            do {
                boolean isId = name().equals("id");
                boolean isText = json.peek() == '"';
                int start = json.at();
                json.value();
                id = isId && isText ? text(start) : id;
            } while (json.skip(','));
            json.expect('}');
        }
        entries.add(new Entry(id, body, from, json.at()));
    }

    private String name() {
        byte unused = json.peek();
        int start = json.at();
        json.string();
        var name = text(start);
        json.expect(':');
        return name;
    }

    /** The inside of the string from there to here, without regard to escapes: no name and no id needs any. */
    private String text(int start) {
        return new String(body, start + 1, json.at() - start - 2, StandardCharsets.UTF_8);
    }
}
