package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log: keeps count of where it is, and hands on the changes of selected tables in batches that end between
 * transactions, or inside one that is larger than the configured limits. Runs on one thread.
 */
final class LogReader implements LogConnection.StreamReader {

    private static final int STANDS_ALONE = 1;

    private final SourceConfig config;
    private final Outlet out;
    private final LogTables tables;
    private final CapturedTables captured;
    private final LoadJudge judge;
    private final ChangeWriter writer;
    private final BinlogCoordinate from;
    private final Optional<BinlogCoordinate> until;
    private final LogStart origin;
    private final DeliveredGtids gtids;
    private final LogDelivery delivery;
    private final RowFailures failures;
    private final TableDefinitions definitions;

    private BinlogCoordinate transactionStart;
    private boolean begun;
    private boolean between = true;
    private boolean inTransaction;
    private boolean repeated;
    private long rowsEvents;
    private long skippedEvents;
    private int skippedRows;
    private long deliveredBefore;

    /**
     * A reader that starts at the state's position.
     *
     * @param until where to stop, between two transactions; empty to read for ever
     * @param saveInterval how often a position is handed on where no selected table changes
     */
    LogReader(
            SourceConfig config,
            Outlet out,
            LogTables tables,
            CapturedTables captured,
            LogStart start,
            Optional<BinlogCoordinate> until,
            Duration saveInterval) {
        LogPosition from = start.position();
        this.config = config;
        this.out = out;
        this.tables = tables;
        this.captured = captured;
        this.judge = new LoadJudge(config.tables(), out.state());
        this.writer = new ChangeWriter(config, from.sequence());
        this.from = from.start();
        this.until = until;
        this.origin = start;
        this.gtids = new DeliveredGtids(from.gtids());
        this.delivery = new LogDelivery(out, writer, start, gtids, saveInterval);
        this.failures = new RowFailures(config, captured, writer);
        this.definitions = new TableDefinitions(
                config, captured, judge, delivery, tables.dialect().anyCase());
        this.transactionStart = from.start();
        this.skippedEvents = from.events();
        this.skippedRows = from.rows();
        this.deliveredBefore = from.delivered();
        writer.file(from.start().file());
    }

    @Override
    public void read(InputStream in) throws IOException, InterruptedException {
        try (LogEvents log = new LogEvents(in, from)) {
            while (!reached(log)) {
                if (!log.ready()) {
                    handOnFinished(log.place());
                }
                log.next();
                if (!begun) {
                    begun = true;
                    out.reading().begun();
                }
                event(log);
            }
            handOnFinished(log.place());
            if (between) {
                delivery.save(log.place());
            }
        }
    }

    private boolean reached(LogEvents log) {
        return between && until.isPresent() && until.get().compareTo(log.place()) <= 0;
    }

    private void event(LogEvents log) throws InterruptedException {
        byte[] source = log.source();
        int body = log.body();
        int end = log.bodyEnd();
        switch (log.type()) {
            case LogEvent.FORMAT_DESCRIPTION -> {
                // Read by LogEvents already.
            }
            case LogEvent.ROTATE -> rotate(log);
            case LogEvent.GTID -> {
                start(log);
                begin(Gtid.MySql.of(source, body, end));
            }
            case LogEvent.ANONYMOUS_GTID, LogEvent.GTID_TAGGED -> {
                start(log);
                gtids.beginUnnamed();
            }
            case LogEvent.MARIADB_GTID -> mariaDbTransaction(log);
            case LogEvent.QUERY -> query(QueryEvent.parse(source, body, end), log);
            case LogEvent.EXECUTE_LOAD_QUERY -> refuseStatement(QueryEvent.parseLoad(source, body, end), log.place());
            case LogEvent.XID -> commit(log.place());
            case LogEvent.XA_PREPARE -> xaPrepare(source[body] != 0, log.place());
            case LogEvent.TABLE_MAP -> tables.map(source, body, end, log.start());
            case LogEvent.WRITE_ROWS_V1,
                    LogEvent.UPDATE_ROWS_V1,
                    LogEvent.DELETE_ROWS_V1,
                    LogEvent.WRITE_ROWS,
                    LogEvent.UPDATE_ROWS,
                    LogEvent.DELETE_ROWS -> rows(log);
            default -> {
                if (!LogEvent.mayBeIgnored(log.type(), log.flags())) {
                    throw LogEvent.unsupported(log.type(), new BinlogCoordinate(log.file(), log.start()));
                }
                out.reading().heard();
            }
        }
    }

    private void rotate(LogEvents log) throws InterruptedException {
        Optional<BinlogCoordinate> rotation = log.rotation();
        if (rotation.isEmpty()) {
            return;
        }
        BinlogCoordinate next = rotation.get();
        if (!between) {
            // A server that crashed while it wrote a transaction goes on in the next file.
            rollback(next);
        }
        handOnFinished(log.place());
        log.moveTo(next);
        writer.file(next.file());
        tables.forget();
        delivery.save(log.place());
    }

    private void start(LogEvents log) {
        transactionStart = new BinlogCoordinate(log.file(), log.start());
        between = false;
    }

    /** On the way to what the server before had written, its transactions are passed over. */
    private void begin(Gtid gtid) {
        gtids.begin(gtid);
        repeated = !origin.server(transactionStart).equals(origin.position().server()) && gtids.isRepeated();
    }

    private void mariaDbTransaction(LogEvents log) {
        start(log);
        begin(Gtid.MariaDb.of(log.source(), log.header(), log.body(), log.bodyEnd()));
        if ((log.source()[log.body() + 12] & STANDS_ALONE) == 0) {
            begin(log);
        }
    }

    private void begin(LogEvents log) {
        if (between) {
            start(log);
        }
        inTransaction = true;
        rowsEvents = 0;
        writer.begin(log.start(), deliveredBefore);
        deliveredBefore = 0;
    }

    private void query(QueryEvent query, LogEvents log) throws InterruptedException {
        switch (query.kind()) {
            case BEGIN, XA_START -> {
                if (!inTransaction) {
                    begin(log);
                }
            }
            case COMMIT -> commit(log.place());
            case ROLLBACK -> rollback(log.place());
            case SAVEPOINT -> {
                // Says nothing about rows.
            }
            case ROLLBACK_TO_SAVEPOINT ->
                refuseIfChanged("a ROLLBACK TO SAVEPOINT in a transaction over tables of several engines");
            case XA_OUTCOME -> ended(log.place());
            case STATEMENT_CHANGE -> refuseStatement(query, log.place());
            case OTHER -> {
                if (query.isTableDefinition()) {
                    define(query, log);
                }
                endUnlessInTransaction(log.place());
            }
        }
    }

    private void define(QueryEvent query, LogEvents log) throws InterruptedException {
        tables.forget();
        if (!repeated) {
            BinlogCoordinate before = between ? new BinlogCoordinate(log.file(), log.start()) : transactionStart;
            definitions.statement(query, before, log.place(), log.second());
        }
    }

    private void refuseStatement(QueryEvent query, BinlogCoordinate place) throws InterruptedException {
        for (TableId table : config.tables()) {
            if (query.mentions(table.name())) {
                throw SourceException.fatal("The log has the statement '" + query.sql() + "' before " + place
                        + " instead of the rows that it changed in " + table
                        + ". SET GLOBAL binlog_format = ROW (and no session may use another), then reload the table.");
            }
        }
        endUnlessInTransaction(place);
    }

    private void endUnlessInTransaction(BinlogCoordinate place) throws InterruptedException {
        if (!inTransaction) {
            ended(place);
        }
    }

    private void refuseIfChanged(String what) {
        if (writer.hasChanges()) {
            throw SourceException.fatal("The transaction at " + transactionStart + " changes selected tables and has "
                    + what + ", which is not captured. Leave those tables out, or reload them.");
        }
    }

    private void xaPrepare(boolean onePhase, BinlogCoordinate place) throws InterruptedException {
        if (!onePhase) {
            refuseIfChanged("an XA PREPARE");
        }
        commit(place);
    }

    private void rows(LogEvents log) throws InterruptedException {
        LogTables.Mapped mapped = tables.mapped(log.source(), log.body(), transactionStart);
        @Nullable LogTable table = mapped.table();
        long event = rowsEvents++;
        delivery.second(log.second());
        if (table == null || repeated || event < skippedEvents || !captured.has(table.id())) {
            return;
        }
        int firstRow = event == skippedEvents ? skippedRows : 0;
        RowsEvent at = new RowsEvent(event, log.start(), log.inner(), log.end(), mapped.start(), log.second());
        RowsCursor rows = new RowsCursor(log.type(), log.source(), log.body(), log.bodyEnd(), table);
        for (int row = 0; rows.next(); row++) {
            if (row >= firstRow) {
                Optional<RowException> failure = rows.write(writer, at, row, judge, transactionStart);
                if (failure.isPresent()
                        && !failures.goesOn(table, rows.operation(), at, row, failure.get(), transactionStart)) {
                    return;
                }
                handOnFull();
            }
        }
    }

    private void handOnFull() throws InterruptedException {
        if (writer.size() >= config.transactionRows() || writer.bytes() >= config.transactionBytes()) {
            delivery.inside(transactionStart);
        }
    }

    private void commit(BinlogCoordinate place) throws InterruptedException {
        writer.commit();
        ended(place);
        delivery.batch(place);
    }

    private void rollback(BinlogCoordinate place) throws InterruptedException {
        if (!writer.rollback()) {
            throw SourceException.fatal("The transaction at " + transactionStart
                    + " is larger than commit.rows or commit.bytes and ends in ROLLBACK after a part of it was delivered."
                    + " Raise these limits, and reload the tables.");
        }
        if (failures.undo()) {
            tables.forget();
        }
        ended(place);
    }

    private void ended(BinlogCoordinate place) throws InterruptedException {
        inTransaction = false;
        between = true;
        gtids.end();
        repeated = false;
        skippedEvents = 0;
        skippedRows = 0;
        deliveredBefore = 0;
        failures.end();
        judge.passed(place).forEach(delivery::add);
        delivery.passed(place);
    }

    private void handOnFinished(BinlogCoordinate place) throws InterruptedException {
        if (between) {
            delivery.between(place);
        }
    }
}
