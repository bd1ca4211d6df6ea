package dev.caudal.mysql;

import dev.caudal.core.AtMessageWriter;
import dev.caudal.core.ChangeSequence;
import dev.caudal.core.ColumnMask;
import dev.caudal.core.JsonBytes;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import java.util.ArrayList;
import java.util.List;
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
    private ChangeSequence sequenceBeforeOpen;
    private long openEvent;
    private int openRow;

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
        Message message = new Message(openTable.id(), openOperation, 0, openKey, writer.message());
        messages.add(message);
        bytes += message.size();
        openTable = null;
    }

    /** The transaction is done. */
    void commit() {
        finish(true);
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
        messages.subList(firstOfTransaction, messages.size()).clear();
        bytes = bytesBeforeTransaction;
        sequence = sequenceBeforeTransaction;
        return !handedOn;
    }

    /** Whether the transaction has changes that are not handed on. */
    boolean hasChanges() {
        return openTable != null || messages.size() > firstOfTransaction;
    }

    /** Finished messages that wait. */
    int size() {
        return messages.size();
    }

    /** About how many bytes the finished messages take. */
    long bytes() {
        return bytes;
    }

    /** Takes the finished messages; inside a transaction the open one stays. */
    List<Message> take() {
        List<Message> taken = messages;
        messages = new ArrayList<>();
        bytes = 0;
        bytesBeforeTransaction = 0;
        handedOn |= taken.size() > firstOfTransaction;
        firstOfTransaction = 0;
        return taken;
    }

    /** Whether finished messages of earlier transactions wait. */
    boolean hasEarlier() {
        return firstOfTransaction > 0;
    }

    /** Takes the finished messages of the transactions before this one. */
    List<Message> takeEarlier() {
        List<Message> earlier = messages.subList(0, firstOfTransaction);
        List<Message> taken = List.copyOf(earlier);
        earlier.clear();
        bytes -= bytesBeforeTransaction;
        bytesBeforeTransaction = 0;
        firstOfTransaction = 0;
        return taken;
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
     * The position before the open change: everything that comes before it is finished.
     *
     * @param start where the transaction starts
     */
    LogPosition beforeOpen(BinlogCoordinate start) {
        return new LogPosition(start, openEvent, openRow, counter - 1, sequenceBeforeOpen, "", "");
    }
}
