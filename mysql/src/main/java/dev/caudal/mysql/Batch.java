package dev.caudal.mysql;

import dev.caudal.core.Message;
import java.util.List;

/** Messages that are delivered together, with what is then true. Immutable. */
public final class Batch {

    private final List<Message> messages;
    private final List<DataError> errors;
    private final List<Progress> progress;
    private final long logMillis;
    private final long bytes;
    private final long volume;
    private final Totals totals;

    /** Only what becomes true. */
    Batch(Progress progress) {
        this(List.of(), List.of(), List.of(progress), 0);
    }

    /** Of changes of which the last happened at {@code logMillis} by the source's clock; 0 for none. */
    Batch(List<Message> messages, List<DataError> errors, List<Progress> progress, long logMillis) {
        this.messages = List.copyOf(messages);
        this.errors = List.copyOf(errors);
        this.progress = List.copyOf(progress);
        this.logMillis = logMillis;
        long size = 0;
        long values = 0;
        long loaded = 0;
        long inserts = 0;
        long updates = 0;
        for (Message message : this.messages) {
            size += message.size();
            values += message.value().length;
            switch (message.operation()) {
                case REFRESH -> loaded++;
                case INSERT -> inserts++;
                case UPDATE -> updates++;
                case DELETE -> {
                    // All the others.
                }
            }
        }
        for (DataError error : this.errors) {
            size += error.size();
        }
        bytes = size;
        volume = values;
        long deletes = this.messages.size() - loaded - inserts - updates;
        long ddl = this.progress.stream()
                .filter(Progress.Defined.class::isInstance)
                .count();
        totals = new Totals(loaded, inserts, updates, deletes, ddl, this.errors.size());
    }

    /** The messages in the order in which they are sent; may be empty. */
    public List<Message> messages() {
        return messages;
    }

    /** Rows that are not sent, to be logged with the messages; may be empty. */
    public List<DataError> errors() {
        return errors;
    }

    /** About how many bytes the messages and errors take. */
    public long bytes() {
        return bytes;
    }

    /** When the last change happened by the source's clock, milliseconds since 1970; 0 where there is none. */
    public long logMillis() {
        return logMillis;
    }

    /** How many rows and statements of each kind. */
    public Totals totals() {
        return totals;
    }

    /** Bytes of the messages' values. */
    long volume() {
        return volume;
    }

    List<Progress> progress() {
        return progress;
    }
}
