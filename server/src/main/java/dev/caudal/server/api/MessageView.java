package dev.caudal.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.AtMessage;
import dev.caudal.server.definition.Json;
import dev.caudal.server.message.Explanation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record of a topic as JSON. */
final class MessageView {
    private static final JsonMapper NUMBERS_AS_WRITTEN = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** A page of long messages must not be longer than a browser bears. */
    private static final int MOST_CHARACTERS = 16_384;

    private MessageView() {}

    static ObjectNode of(ConsumerRecord<byte[], byte[]> record) {
        var value = text(record.value());
        var json = Json.MAPPER
                .createObjectNode()
                .put("offset", record.offset())
                .put("time", Instant.ofEpochMilli(record.timestamp()).toString())
                .put("bytes", Math.max(0, record.serializedValueSize()));
        text(record.key()).ifPresentOrElse(key -> json.put("key", shortened(key)), () -> json.putNull("key"));
        value.ifPresentOrElse(all -> json.put("value", shortened(all)), () -> json.putNull("value"));
        var headers = json.putArray("headers");
        record.headers()
                .forEach(header -> headers.addObject()
                        .put("name", header.key())
                        .put(
                                "value",
                                text(header.value()).map(MessageView::shortened).orElse("")));
        value.flatMap(all -> explained(all, record.headers())).ifPresent(message -> json.set("message", message));
        return json;
    }

    private static Optional<ObjectNode> explained(String value, Headers headers) {
        try {
            var message = AtMessage.of(NUMBERS_AS_WRITTEN.readTree(value));
            var explanation = Explanation.of(message, table(headers));
            // A browser's numbers have 53 bits, so values go as they are written.
            explanation.path("columns").forEach(column -> {
                asWritten((ObjectNode) column, "old");
                asWritten((ObjectNode) column, "new");
            });
            return Optional.of(explanation);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void asWritten(ObjectNode column, String field) {
        column.put(field, shortened(column.path(field).toString()));
    }

    private static Optional<String> table(Headers headers) {
        var schema = headers.lastHeader("schema");
        var table = headers.lastHeader("table");
        return schema == null || table == null
                ? Optional.empty()
                : Optional.of(text(schema.value()).orElse("") + "."
                        + text(table.value()).orElse(""));
    }

    private static Optional<String> text(byte @Nullable [] bytes) {
        return bytes == null ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
