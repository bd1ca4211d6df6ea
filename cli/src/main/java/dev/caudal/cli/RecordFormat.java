package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** How a record is printed. */
enum RecordFormat {
    VALUE,
    KEY_VALUE,
    JSONL;

    /** One line without its end. */
    String line(ConsumerRecord<byte[], byte[]> record) {
        return switch (this) {
            case VALUE -> text(record.value());
            case KEY_VALUE -> text(record.key()) + "\t" + text(record.value());
            case JSONL -> json(record);
        };
    }

    @Override
    public String toString() {
        return switch (this) {
            case VALUE -> "value";
            case KEY_VALUE -> "key-value";
            case JSONL -> "jsonl";
        };
    }

    private static String json(ConsumerRecord<byte[], byte[]> record) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("topic", record.topic())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("time", Instant.ofEpochMilli(record.timestamp()).toString());
        json.put("key", record.key() == null ? null : text(record.key()));
        json.put("value", record.value() == null ? null : text(record.value()));
        var headers = json.putArray("headers");
        record.headers().forEach(header -> headers.addObject().put(header.key(), text(header.value())));
        return json.toString();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}
