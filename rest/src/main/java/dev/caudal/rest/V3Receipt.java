package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.jetty.http.HttpStatus;

/** What is answered for a record. */
final class V3Receipt {
    private static final byte[] CLUSTER = ascii("\"cluster_id\":");
    private static final byte[] TOPIC = ascii(",\"topic_name\":");
    private static final byte[] PARTITION = ascii(",\"partition_id\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] TIMESTAMP = ascii(",\"timestamp\":");
    private static final byte[] KEY = ascii(",\"key\":{\"type\":");
    private static final byte[] VALUE = ascii(",\"value\":{\"type\":");
    private static final byte[] SIZE = ascii(",\"size\":");
    private static final byte[] CODE = ascii("\"error_code\":");
    private static final byte[] MESSAGE = ascii(",\"message\":");

    private V3Receipt() {}

    /** The fields of a record that was sent. */
    static void sent(JsonOut out, String cluster, V3Record record, RecordMetadata where) {
        out.raw(CLUSTER);
        out.string(cluster);
        out.raw(TOPIC);
        out.string(where.topic());
        out.raw(PARTITION);
        out.number(where.partition());
        out.raw(OFFSET);
        out.number(where.offset());
        if (where.hasTimestamp()) {
            out.raw(TIMESTAMP);
            out.string(Instant.ofEpochMilli(where.timestamp()).toString());
        }
        data(out, KEY, record.key());
        data(out, VALUE, record.value());
    }

    /** The fields of a record that was not sent. */
    static void failed(JsonOut out, RestError error) {
        var body = error.body();
        boolean isStatus = body.code() == error.status();
        out.raw(CODE);
        out.number(error.status() == HttpStatus.UNPROCESSABLE_ENTITY_422 ? error.status() : body.code());
        out.raw(MESSAGE);
        if (isStatus) {
            out.string(HttpStatus.getMessage(error.status()) + ": " + body.message());
        } else if (error.status() == HttpStatus.UNPROCESSABLE_ENTITY_422) {
            out.string("Error: " + body.code() + " : " + body.message());
        } else {
            out.string(body.message());
        }
    }

    private static void data(JsonOut out, byte[] name, V3Record.Data data) {
        if (data.bytes() != null) {
            out.raw(name);
            out.string(data.type());
            out.raw(SIZE);
            out.number(data.bytes().length);
            out.raw('}');
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
