package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The answer to a batch. */
final class V3BatchAnswer {
    private static final byte[] BEGIN = "{\"successes\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FAILURES = "],\"failures\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "{\"id\":".getBytes(StandardCharsets.US_ASCII);

    private final String cluster;
    private final JsonOut successes = new JsonOut(1024);
    private final JsonOut failures = new JsonOut(256);

    V3BatchAnswer(String cluster) {
        this.cluster = cluster;
    }

    void sent(V3Record record, RecordMetadata where) {
        begin(successes, record.id());
        V3Receipt.sent(successes, cluster, record, where);
        successes.raw('}');
    }

    void failed(String id, RestError error) {
        begin(failures, id);
        V3Receipt.failed(failures, error);
        failures.raw('}');
    }

    byte[] json() {
        var out = new JsonOut(successes.length() + failures.length() + 64);
        out.raw(BEGIN);
        out.raw(successes.toBytes());
        out.raw(FAILURES);
        out.raw(failures.toBytes());
        out.raw(']');
        out.raw('}');
        return out.toBytes();
    }

    private static void begin(JsonOut out, String id) {
        if (out.length() > 0) {
            out.raw(',');
        }
        out.raw(ID);
        out.string(id);
        out.raw(',');
    }
}
