package dev.caudal.s3.sink;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as {@code JsonConverter} does with {@code schemas.enable=false}, and remembers the message's bytes: the sink
 * writes them as they are, with the order of fields and the digits of numbers that a map of Java loses.
 *
 * <p>A text, number or boolean alone gets a schema, which JsonConverter does not give it. A key that is no JSON, such as
 * {@code 1,2}, comes as bytes and does not stop a backup. One thread uses an instance.
 */
public final class RawJsonConverter implements Converter {

    /** Of this many digits each number is a long. */
    private static final int LONGEST_NUMBER = 18;

    private final JsonConverter converter = new JsonConverter();
    private boolean isKey;

    /** For the worker. */
    public RawJsonConverter() {}

    @Override
    public ConfigDef config() {
        return JsonConverterConfig.configDef();
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(JsonConverterConfig.SCHEMAS_ENABLE_CONFIG, "false");
        converter.configure(all, isKey);
        this.isKey = isKey;
    }

    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        return converter.fromConnectData(topic, schema, value);
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] message) {
        if (message == null) {
            return SchemaAndValue.NULL;
        }
        if (isWholeNumber(message)) {
            return wholeNumber(message);
        }
        JsonShape shape = JsonShape.of(message);
        if (shape != JsonShape.NO_DOCUMENT && first(message) == '{') {
            return new SchemaAndValue(null, new RawObject(message, shape, bytes -> object(topic, bytes)));
        }
        Object value;
        try {
            value = converter.toConnectData(topic, message).value();
        } catch (DataException e) {
            if (isKey) {
                return new SchemaAndValue(Schema.OPTIONAL_BYTES_SCHEMA, message);
            }
            throw e;
        }
        if (value instanceof Map<?, ?>) {
            return new SchemaAndValue(
                    null, new RawObject(message, JsonShape.NO_DOCUMENT, bytes -> object(topic, bytes)));
        }
        Schema schema = RawScalar.of(value);
        return new SchemaAndValue(schema == null ? null : new RawScalar(schema, message, shape), value);
    }

    @SuppressWarnings("unchecked") // JsonConverter makes maps with names as keys from objects
    private Map<String, @Nullable Object> object(String topic, byte[] message) {
        return (Map<String, @Nullable Object>)
                converter.toConnectData(topic, message).value();
    }

    private static SchemaAndValue wholeNumber(byte[] digits) {
        long number = 0;
        for (byte digit : digits) {
            number = 10 * number + digit - '0';
        }
        return new SchemaAndValue(new RawScalar(Schema.OPTIONAL_INT64_SCHEMA, digits, JsonShape.LINE), number);
    }

    /** Most keys are such, which need no parser. */
    private static boolean isWholeNumber(byte[] message) {
        if (message.length == 0 || message.length > LONGEST_NUMBER || message[0] == '0' && message.length > 1) {
            return false;
        }
        for (byte octet : message) {
            if (octet < '0' || octet > '9') {
                return false;
            }
        }
        return true;
    }

    private static int first(byte[] message) {
        for (byte octet : message) {
            if (octet > ' ') {
                return octet;
            }
        }
        throw new DataException("An empty message is no JSON.");
    }
}
