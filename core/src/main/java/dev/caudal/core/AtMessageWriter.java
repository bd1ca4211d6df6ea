package dev.caudal.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes {@code atMSG} messages, byte for byte as Replicate does (separators {@code ", "} and {@code ": "}). The parts
 * of one message are written in this order, rows by the source straight into {@link #out()}:
 *
 * <pre>{@code
 * begin()  row  [ beforeRow()  row ]  refresh()                                            a row of the full load
 * begin()  row  [ beforeRow()  row ]  change(…)  stream position  transaction(…)  last(…)  a change
 * }</pre>
 *
 * <p>Between {@link #transaction} and {@link #last} the message may wait until it is known whether another event of
 * its transaction follows. Not safe for use by several threads.
 */
public final class AtMessageWriter {

    private static final byte[] ENVELOPE =
            ascii("{\"magic\": \"atMSG\", \"type\": \"DT\", \"headers\": null, \"messageSchemaId\": null,"
                    + " \"messageSchema\": null, \"message\": ");
    private static final byte[] DATA = ascii("{\"data\": ");
    private static final byte[] BEFORE = ascii(", \"beforeData\": ");
    private static final byte[] NULL = ascii("null");
    private static final byte[] OPERATION = ascii(", \"headers\": {\"operation\": \"");
    private static final byte[] SEQUENCE = ascii("\", \"changeSequence\": \"");
    private static final byte[] TIMESTAMP = ascii("\", \"timestamp\": \"");
    private static final byte[] STREAM_POSITION = ascii("\", \"streamPosition\": \"");
    private static final byte[] TRANSACTION = ascii("\", \"transactionId\": \"");
    private static final byte[] CHANGE_MASK = ascii("\", \"changeMask\": \"");
    private static final byte[] COLUMN_MASK = ascii("\", \"columnMask\": \"");
    private static final byte[] COUNTER = ascii("\", \"transactionEventCounter\": ");
    private static final byte[] LAST = ascii(", \"transactionLastEvent\": ");
    private static final byte[] NO_CHANGE =
            ascii("\", \"changeSequence\": \"\", \"timestamp\": \"\", \"streamPosition\": \"\","
                    + " \"transactionId\": \"\", \"changeMask\": null, \"columnMask\": null, \"transactionEventCounter\": null,"
                    + " \"transactionLastEvent\": null}}");
    private static final Map<Operation, byte[]> OPERATIONS = Arrays.stream(Operation.values())
            .collect(Collectors.toMap(
                    operation -> operation,
                    operation -> ascii(operation.name()),
                    (one, other) -> one,
                    () -> new EnumMap<>(Operation.class)));
    private static final byte[] TRUE = ascii("true}}");
    private static final byte[] FALSE = ascii("false}}");
    private static final int TRANSACTION_ID_DIGITS = 32;

    private final MessageFormat format;
    private final JsonBytes out = new JsonBytes(4096);
    private boolean beforeWritten;

    /** A writer of messages in {@code format}. */
    public AtMessageWriter(MessageFormat format) {
        this.format = format;
    }

    /** The format of the messages. */
    public MessageFormat format() {
        return format;
    }

    /** Where the source writes rows and its stream position. */
    public JsonBytes out() {
        return out;
    }

    /** Starts a message; the row for {@code data} is written next. */
    public void begin() {
        out.clear();
        beforeWritten = false;
        if (format.envelope()) {
            out.raw(ENVELOPE);
        }
        out.raw(DATA);
    }

    /** Announces the row before the change, which is written next; only if the format has it. */
    public void beforeRow() {
        out.raw(BEFORE);
        beforeWritten = true;
    }

    /** Ends a message of the full load. */
    public void refresh() {
        headers(Operation.REFRESH);
        out.raw(NO_CHANGE);
        envelopeEnd();
    }

    /**
     * Writes the headers of a change up to its stream position, which the source writes next.
     *
     * @param timestamp the time of the change as {@code YYYY-MM-DDTHH:MM:SS.mmm} in UTC, ASCII
     */
    public void change(Operation operation, ChangeSequence sequence, byte[] timestamp) {
        headers(operation);
        out.raw(SEQUENCE);
        sequence.writeTo(out);
        out.raw(TIMESTAMP);
        out.raw(timestamp);
        out.raw(STREAM_POSITION);
    }

    /**
     * Writes the headers behind the stream position, up to the last.
     *
     * @param id the transaction's number, printed as 32 hexadecimal digits
     * @param changed the columns that changed
     * @param present the columns that the source sent
     * @param counter which event of its transaction this is, from 1
     */
    public void transaction(long id, ColumnMask changed, ColumnMask present, long counter) {
        out.raw(TRANSACTION);
        out.hex(0, TRANSACTION_ID_DIGITS - 16);
        out.hex(id, 16);
        out.raw(CHANGE_MASK);
        changed.writeTo(out);
        out.raw(COLUMN_MASK);
        present.writeTo(out);
        out.raw(COUNTER);
        out.number(counter);
        out.raw(LAST);
    }

    /** Ends a change: whether it is the last event of its transaction. */
    public void last(boolean last) {
        out.raw(last ? TRUE : FALSE);
        envelopeEnd();
    }

    /** The message, as an array of its own. */
    public byte[] message() {
        return out.toByteArray();
    }

    private void headers(Operation operation) {
        if (!beforeWritten) {
            out.raw(BEFORE);
            out.raw(NULL);
        }
        out.raw(OPERATION);
        out.raw(Objects.requireNonNull(OPERATIONS.get(operation)));
    }

    private void envelopeEnd() {
        if (format.envelope()) {
            out.raw('}');
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
