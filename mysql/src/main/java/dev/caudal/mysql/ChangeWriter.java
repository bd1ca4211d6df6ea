package dev.caudal.mysql;

import dev.caudal.core.AtMessageWriter;
import dev.caudal.core.ChangeSequence;
import dev.caudal.core.ColumnMask;
import dev.caudal.core.Destination;
import dev.caudal.core.JsonBytes;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of the changes of the log. The last one stays open until it is known whether another change of its
 * transaction follows. Not safe for use by several threads.
 */
final class ChangeWriter {

    private final AtMessageWriter writer;
    private final boolean rowKeys;
    private final StreamPosition position = new StreamPosition();
    private final LogClock clock = new LogClock();
    private final JsonBytes key = new JsonBytes(64);
    private final WaitingErrors errors = new WaitingErrors();

    private List<Message> messages = new ArrayList<>();
    private long bytes;
    private ChangeSequence sequence;

    private long transaction;
    private long counter;
    private int firstOfTransaction;
    private long bytesBeforeTransaction;
    private ChangeSequence sequenceBeforeTransaction;
    private boolean handedOn;

    private @Nullable LogTable openTable;
    private Operation openOperation = Operation.INSERT;
    private byte @Nullable [] openKey;
    private @Nullable Destination openDestination;
    private List<String> openTruncated = List.of();
    private ChangeSequence sequenceBeforeOpen;
    private long openEvent;
    private int openRow;
    private long lastEvent;
    private int lastRow;

    ChangeWriter(SourceConfig config, ChangeSequence sequence) {
        this.writer = new AtMessageWriter(config.format());
        this.rowKeys = config.rowKeys();
        this.sequence = sequence;
        this.sequenceBeforeTransaction = sequence;
        this.sequenceBeforeOpen = sequence;
    }

    /** The log file of the events that follow. */
    void file(String name) {
        position.file(name);
    }

    /** A transaction begins with the event at {@code offset}, {@code delivered} events of which consumers have. */
    void begin(long offset, long delivered) {
        transaction = position.transaction(offset);
        counter = delivered;
        firstOfTransaction = messages.size();
        bytesBeforeTransaction = bytes;
        sequenceBeforeTransaction = sequence;
        errors.mark();
        handedOn = delivered > 0;
    }

    /**
     * A change of the transaction.
     *
     * @param data the row
     * @param before the row before an UPDATE
     * @param changed the columns that changed
     * @param at where its rows event is
     * @param row which row of that event, from 0
     */
    void change(
            Operation operation,
            LogTable table,
            RowImage data,
            @Nullable RowImage before,
            ColumnMask changed,
            RowsEvent at,
            int row) {
        finish(false);
        clock.at(at.second());
        sequenceBeforeOpen = sequence;
        sequence = sequence.next(clock.sequenceTime());
        counter++;
        writer.begin();
        data.write(writer.out());
        if (before != null && writer.format().beforeImage()) {
            writer.beforeRow();
            before.write(writer.out());
        }
        writer.change(operation, sequence, clock.timestamp());
        position.write(at.start(), at.firstRow() + row, at.end(), transaction, at.tableMap(), writer.out());
        writer.transaction(transaction, changed, table.allColumns(), counter);
        openTable = table;
        openEvent = at.number();
        openRow = row;
        openOperation = operation;
        openKey = key(table, data);
        openDestination = data.destination();
        openTruncated = truncated(data, before);
    }

    private List<String> truncated(RowImage data, @Nullable RowImage before) {
        if (before == null
                || !writer.format().beforeImage()
                || before.truncated().isEmpty()) {
            return List.copyOf(data.truncated());
        }
        Set<String> both = new LinkedHashSet<>(data.truncated());
        both.addAll(before.truncated());
        return List.copyOf(both);
    }

    /**
     * A change of the transaction that is not sent.
     *
     * @param at where its rows event is
     * @param row which row of that event, from 0
     */
    void failed(DataError error, RowsEvent at, int row) {
        errors.add(error, openTable != null);
        lastEvent = at.number();
        lastRow = row;
    }

    /** Where a row is, as messages have it. */
    String position(RowsEvent at, int row) {
        JsonBytes out = new JsonBytes(64);
        position.write(at.start(), at.firstRow() + row, at.end(), transaction, at.tableMap(), out);
        return out.toString();
    }

    private byte @Nullable [] key(LogTable table, RowImage data) {
        key.clear();
        return rowKeys && table.hasKey() && data.writeKey(key) ? key.toByteArray() : null;
    }

    private void finish(boolean last) {
        if (openTable == null) {
            return;
        }
        writer.last(last);
        Message message = new Message(
                openTable.id(), openOperation, 0, openKey, writer.message(), openDestination, openTruncated);
        messages.add(message);
        bytes += message.size();
        openTable = null;
        errors.finish();
    }

    /** The transaction is done. */
    void commit() {
        finish(true);
        errors.mark();
        firstOfTransaction = messages.size();
        bytesBeforeTransaction = bytes;
        sequenceBeforeTransaction = sequence;
    }

    /**
     * The transaction is undone.
     *
     * @return false if a part of it was handed on already
     */
    boolean rollback() {
        openTable = null;
        errors.rollback();
        messages.subList(firstOfTransaction, messages.size()).clear();
        bytes = bytesBeforeTransaction;
        sequence = sequenceBeforeTransaction;
        return !handedOn;
    }

    /** Whether the transaction has changes that are sent and not handed on. */
    boolean hasChanges() {
        return openTable != null || messages.size() > firstOfTransaction;
    }

    /** Finished messages and errors that wait. */
    int size() {
        return messages.size() + errors.size();
    }

    /** About how many bytes {@link #size} take. */
    long bytes() {
        return bytes + errors.bytes();
    }

    /** Data errors that wait. */
    WaitingErrors errors() {
        return errors;
    }

    /**
     * Messages and data errors that are handed on together.
     *
     * @param messages in the order of the log
     * @param errors in the order of the log
     */
    record Changes(List<Message> messages, List<DataError> errors) {

        static final Changes NONE = new Changes(List.of(), List.of());
    }

    /** Takes what is finished; inside a transaction the open change stays. */
    Changes take() {
        List<Message> taken = messages;
        messages = new ArrayList<>();
        bytes = 0;
        bytesBeforeTransaction = 0;
        handedOn |= taken.size() > firstOfTransaction;
        firstOfTransaction = 0;
        return new Changes(taken, errors.take());
    }

    /** Whether something finished of earlier transactions waits. */
    boolean hasEarlier() {
        return firstOfTransaction > 0 || errors.hasEarlier();
    }

    /** Takes what is finished of the transactions before this one. */
    Changes takeEarlier() {
        List<Message> earlier = messages.subList(0, firstOfTransaction);
        List<Message> taken = List.copyOf(earlier);
        earlier.clear();
        bytes -= bytesBeforeTransaction;
        bytesBeforeTransaction = 0;
        firstOfTransaction = 0;
        return new Changes(taken, errors.takeEarlier());
    }

    /** The sequence of the last change before this transaction. */
    ChangeSequence sequenceBeforeTransaction() {
        return sequenceBeforeTransaction;
    }

    /** The sequence of the last change. */
    ChangeSequence sequence() {
        return sequence;
    }

    /**
     * The position before the open change, or behind the last row where none is open: everything before it is finished.
     *
     * @param start where the transaction starts
     */
    LogPosition beforeOpen(BinlogCoordinate start) {
        return openTable == null
                ? new LogPosition(start, lastEvent, lastRow + 1, counter, sequence, "", "")
                : new LogPosition(start, openEvent, openRow, counter - 1, sequenceBeforeOpen, "", "");
    }
}
