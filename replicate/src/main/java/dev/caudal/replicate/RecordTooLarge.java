package dev.caudal.replicate;

import dev.caudal.core.Message;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.errors.ConnectException;

/** A row is larger than the target takes. */
final class RecordTooLarge extends ConnectException {

    @Serial
    private static final long serialVersionUID = 1;

    RecordTooLarge(Message message, String topic, Exception cause) {
        super(
                "A row of " + message.table() + " (key " + key(message) + ") makes a message of "
                        + message.value().length
                        + " bytes, more than the topic " + topic + " takes: " + cause.getMessage()
                        + " Raise the topic's max.message.bytes (and target.max.request.size), or leave the table out.",
                cause);
    }

    private static String key(Message message) {
        byte[] key = message.rowKey();
        return key == null ? "none" : new String(key, StandardCharsets.UTF_8);
    }
}
