package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.charset.StandardCharsets;

/**
 * Writes {@code streamPosition} and {@code transactionId} as Replicate derives them from a MySQL log:
 * {@code file:rowsEvent:row:rowsEventEnd:transaction:file:tableMap}, where the transaction is the log file's number in
 * the upper 32 bits and the offset of the event that begins the transaction in the lower.
 */
final class StreamPosition {

    private byte[] file = new byte[0];
    private long fileNumber;

    /** The log file of the events that follow. */
    void file(String name) {
        file = name.getBytes(StandardCharsets.UTF_8);
        fileNumber = BinlogCoordinate.fileNumber(name);
    }

    /** The number of the transaction that begins at {@code offset} of the current file. */
    long transaction(long offset) {
        return (fileNumber << 32) + offset;
    }

    void write(long rowsEvent, long row, long rowsEventEnd, long transaction, long tableMap, JsonBytes out) {
        out.raw(file);
        out.raw(':');
        out.number(rowsEvent);
        out.raw(':');
        out.number(row);
        out.raw(':');
        out.number(rowsEventEnd);
        out.raw(':');
        out.number(transaction);
        out.raw(':');
        out.raw(file);
        out.raw(':');
        out.number(tableMap);
    }
}
