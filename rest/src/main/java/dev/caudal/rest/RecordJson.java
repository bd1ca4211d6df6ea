package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Records as JSON, straight from their bytes. */
final class RecordJson {
    private static final byte[] TOPIC = ascii("{\"topic\":");
    private static final byte[] KEY = ascii(",\"key\":");
    private static final byte[] VALUE = ascii(",\"value\":");
    private static final byte[] PARTITION = ascii(",\"partition\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] TIMESTAMP = ascii(",\"timestamp\":");
    private static final byte[] HEADERS = ascii(",\"headers\":[");
    private static final byte[] NAME = ascii("{\"name\":");
    private static final byte[] NULL = ascii("null");

    /** What surrounds key and value at most, for a topic of usual length. */
    private static final int AROUND = 160;

    private RecordJson() {}

    static JsonOut list(List<ConsumerRecord<byte[], byte[]>> records, Format format, Include include) {
        var out = new JsonOut(capacity(records, format));
        out.raw('[');
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            record(out, records.get(i), format, include);
        }
        out.raw(']');
        return out;
    }

    private static int capacity(List<ConsumerRecord<byte[], byte[]>> records, Format format) {
        long bytes = 2;
        for (var record : records) {
            int content = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
            bytes += AROUND + (format == Format.JSON ? content : Base64Text.length(content) + 4);
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE - 16);
    }

    private static void record(JsonOut out, ConsumerRecord<byte[], byte[]> record, Format format, Include include) {
        out.raw(TOPIC);
        out.string(record.topic());
        out.raw(KEY);
        data(out, record.key(), format);
        out.raw(VALUE);
        data(out, record.value(), format);
        out.raw(PARTITION);
        out.number(record.partition());
        out.raw(OFFSET);
        out.number(record.offset());
        if (include.timestamp()) {
            out.raw(TIMESTAMP);
            out.number(record.timestamp());
        }
        if (include.headers()) {
            headers(out, record);
        }
        out.raw('}');
    }

    private static void headers(JsonOut out, ConsumerRecord<byte[], byte[]> record) {
        out.raw(HEADERS);
        boolean first = true;
        for (var header : record.headers()) {
            if (!first) {
                out.raw(',');
            }
            first = false;
            out.raw(NAME);
            out.string(header.key());
            out.raw(VALUE);
            data(out, header.value(), Format.BINARY);
            out.raw('}');
        }
        out.raw(']');
    }

    private static void data(JsonOut out, byte @Nullable [] data, Format format) {
        if (data == null) {
            out.raw(NULL);
        } else if (format == Format.JSON) {
            out.raw(data);
        } else {
            out.base64(data);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
