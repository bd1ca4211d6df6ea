package dev.caudal.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way from a source to the delivery. The arrays belong to the message and are never changed.
 *
 * @param table the table of the row
 * @param operation what happened to the row
 * @param load the load number of the table where this is a row of the full load, else 0
 * @param rowKey the text of the row's primary key, or null where the table has none or nobody asked for it
 * @param value the message's bytes
 * @param destination where the message goes, or null where its table and key decide
 * @param truncated the columns of the message whose values are not whole, as a list that nobody changes
 */
public record Message(
        TableId table,
        Operation operation,
        int load,
        byte @Nullable [] rowKey,
        byte[] value,
        @Nullable Destination destination,
        List<String> truncated) {

    /** A message of whole values. */
    public Message(
            TableId table,
            Operation operation,
            int load,
            byte @Nullable [] rowKey,
            byte[] value,
            @Nullable Destination destination) {
        this(table, operation, load, rowKey, value, destination, List.of());
    }

    /** A message that goes where its table and key say. */
    public Message(TableId table, Operation operation, int load, byte @Nullable [] rowKey, byte[] value) {
        this(table, operation, load, rowKey, value, null);
    }

    /** About how many bytes the message takes in the queue and in a batch. */
    public int size() {
        return value.length + (rowKey == null ? 0 : rowKey.length) + 64;
    }
}
