package dev.caudal.s3.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/** Writes values of Connect as JSON, as Confluent's sink does: a struct by Connect's rules, anything else by Jackson's. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonConverter converter = new JsonConverter();

    JsonText(String decimals) {
        converter.configure(
                Map.of(
                        "schemas.enable",
                        "false",
                        "decimal.format",
                        decimals.strip().toUpperCase(java.util.Locale.ROOT)),
                false);
    }

    byte[] of(@Nullable Schema schema, @Nullable Object value) {
        if (value instanceof Struct struct) {
            return converter.fromConnectData("", struct.schema(), struct);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return value.toString().getBytes(StandardCharsets.US_ASCII);
        }
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new DataException("A value cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
