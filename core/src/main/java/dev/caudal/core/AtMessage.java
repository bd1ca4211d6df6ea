package dev.caudal.core;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a reader sees it, with or without the envelope.
 *
 * @param data the row (DELETE: the row that is gone)
 * @param beforeData the row before an UPDATE, or null
 * @param headers what happened, when and where
 */
public record AtMessage(JsonNode data, @Nullable JsonNode beforeData, Headers headers) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * The headers of a message. A row of the full load has empty texts and nulls.
     *
     * @param operation what happened to the row
     * @param changeSequence 35 digits
     * @param timestamp the time of the change, UTC
     * @param streamPosition where the change stands in the source's log
     * @param transactionId 32 hexadecimal digits
     * @param changeMask the columns that changed, hexadecimal
     * @param columnMask the columns that the source sent, hexadecimal
     * @param transactionEventCounter which event of its transaction, from 1
     * @param transactionLastEvent whether no event of the transaction follows
     */
    public record Headers(
            Operation operation,
            String changeSequence,
            String timestamp,
            String streamPosition,
            String transactionId,
            @Nullable String changeMask,
            @Nullable String columnMask,
            @Nullable Long transactionEventCounter,
            @Nullable Boolean transactionLastEvent) {}

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if the bytes are no {@code atMSG} data message; the text says what is wrong
     */
    public static AtMessage parse(byte[] bytes) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("The message is not JSON: " + e.getMessage(), e);
        }
        return of(root);
    }

    /**
     * Reads a message that was read as JSON before.
     *
     * @throws IllegalArgumentException if it is no {@code atMSG} data message; the text says what is wrong
     */
    public static AtMessage of(JsonNode root) {
        JsonNode message = root.has("magic") ? inner(root) : root;
        if (!message.path("data").isObject() || !message.path("headers").isObject()) {
            throw new IllegalArgumentException("The message has no 'data' and 'headers': it is no atMSG data message.");
        }
        JsonNode before = message.path("beforeData");
        return new AtMessage(message.get("data"), before.isObject() ? before : null, headers(message.get("headers")));
    }

    private static JsonNode inner(JsonNode root) {
        String magic = root.path("magic").asText();
        String type = root.path("type").asText();
        if (!magic.equals("atMSG") || !type.equals("DT")) {
            throw new IllegalArgumentException(
                    "The envelope says magic '" + magic + "' and type '" + type + "', not 'atMSG' and 'DT'.");
        }
        return root.path("message");
    }

    private static Headers headers(JsonNode headers) {
        String operation = headers.path("operation").asText();
        try {
            return new Headers(
                    Operation.valueOf(operation),
                    headers.path("changeSequence").asText(),
                    headers.path("timestamp").asText(),
                    headers.path("streamPosition").asText(),
                    headers.path("transactionId").asText(),
                    text(headers.path("changeMask")),
                    text(headers.path("columnMask")),
                    headers.path("transactionEventCounter").isNumber()
                            ? Long.valueOf(
                                    headers.get("transactionEventCounter").asLong())
                            : null,
                    headers.path("transactionLastEvent").isBoolean()
                            ? Boolean.valueOf(
                                    headers.get("transactionLastEvent").asBoolean())
                            : null);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The operation '" + operation + "' is none of REFRESH, INSERT, UPDATE, DELETE.", e);
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    /**
     * The columns that changed by name, in the order of the table; empty for a row of the full load. A DELETE names the
     * columns of the primary key.
     *
     * @throws IllegalArgumentException if the mask does not fit the number of columns
     */
    public List<String> changedColumns() {
        return columns(headers.changeMask());
    }

    /**
     * The columns that the source sent by name, in the order of the table; empty for a row of the full load, which has
     * all. The others are null in {@link #data} whatever the row holds.
     *
     * @throws IllegalArgumentException if the mask does not fit the number of columns
     */
    public List<String> presentColumns() {
        return columns(headers.columnMask());
    }

    private List<String> columns(@Nullable String hex) {
        List<String> columns = new ArrayList<>();
        if (hex == null) {
            return columns;
        }
        ColumnMask mask = ColumnMask.parse(hex, data.size());
        int index = 0;
        for (var names = data.fieldNames(); names.hasNext(); index++) {
            String name = names.next();
            if (mask.contains(index)) {
                columns.add(name);
            }
        }
        return columns;
    }
}
