package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of the rows events of one transaction after the other, but not of those that consumers have already.
 * Used by the thread that reads the log.
 */
final class LogRows {

    private final SourceConfig config;
    private final CapturedTables captured;
    private final LoadJudge judge;
    private final ChangeWriter writer;
    private final LogDelivery delivery;
    private final RowFailures failures;

    private BinlogCoordinate start;
    private long events;
    private long skippedEvents;
    private int skippedRows;
    private long deliveredBefore;

    /** Rows of a log that is read from {@code from} on. */
    LogRows(
            SourceConfig config,
            CapturedTables captured,
            LoadJudge judge,
            ChangeWriter writer,
            LogDelivery delivery,
            LogPosition from) {
        this.config = config;
        this.captured = captured;
        this.judge = judge;
        this.writer = writer;
        this.delivery = delivery;
        this.failures = new RowFailures(config, captured, writer);
        this.start = from.start();
        this.skippedEvents = from.events();
        this.skippedRows = from.rows();
        this.deliveredBefore = from.delivered();
    }

    /**
     * The rows of a transaction follow.
     *
     * @param transaction where it starts, and where a restart would read it from
     * @param offset where the event starts that begins it for consumers
     */
    void begin(BinlogCoordinate transaction, long offset) {
        start = transaction;
        events = 0;
        writer.begin(offset, deliveredBefore);
        deliveredBefore = 0;
    }

    /** The number of the next rows event of the transaction. */
    long next() {
        return events++;
    }

    /** The rows of one event; a table that is null is not selected. */
    void changes(@Nullable LogTable table, RowsEvent at, int type, byte[] source, int body, int bodyEnd)
            throws InterruptedException {
        if (table == null || at.number() < skippedEvents || !captured.has(table.id())) {
            return;
        }
        int firstRow = at.number() == skippedEvents ? skippedRows : 0;
        RowsCursor rows = new RowsCursor(type, source, body, bodyEnd, table);
        for (int row = 0; rows.next(); row++) {
            if (row >= firstRow) {
                Optional<RowException> failure = rows.write(writer, at, row, judge, start);
                if (failure.isPresent() && !failures.goesOn(table, rows.operation(), at, row, failure.get(), start)) {
                    return;
                }
                handOnFull();
            }
        }
    }

    private void handOnFull() throws InterruptedException {
        if (writer.size() >= config.transactionRows() || writer.bytes() >= config.transactionBytes()) {
            delivery.inside(start);
        }
    }

    /** A statement that may have changed rows which the log does not have. */
    void refuseStatement(QueryEvent query, BinlogCoordinate place) {
        for (TableId table : config.tables()) {
            if (query.mentions(table.name())) {
                throw SourceException.fatal("The log has the statement '" + query.sql() + "' before " + place
                        + " instead of the rows that it changed in " + table
                        + ". SET GLOBAL binlog_format = ROW (and no session may use another), then reload the table.");
            }
        }
    }

    /** A part of the transaction is undone, which the log says without the rows. */
    void refuseSavepoint() {
        if (writer.hasChanges()) {
            throw SourceException.fatal("The transaction at " + start + " changes selected tables and has a ROLLBACK TO"
                    + " SAVEPOINT in a transaction over tables of several engines, which is not captured. Leave those"
                    + " tables out, or reload them.");
        }
    }

    /** The transaction is done, and counts. */
    void commit() {
        writer.commit();
    }

    /** The transaction is undone; returns whether tables that it had suspended are captured again. */
    boolean rollback() {
        if (!writer.rollback()) {
            throw SourceException.fatal("The transaction at " + start
                    + " is larger than commit.rows or commit.bytes and ends in ROLLBACK after a part of it was delivered."
                    + " Raise these limits, and reload the tables.");
        }
        return failures.undo();
    }

    /** The transaction has ended in one way or the other. */
    void end() {
        skippedEvents = 0;
        skippedRows = 0;
        deliveredBefore = 0;
        failures.end();
    }
}
