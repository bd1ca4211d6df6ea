package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Follows the log: keeps count of where it is, and hands on the changes of selected tables in batches that end between
 * transactions, or inside one that is larger than the configured limits. Runs on one thread.
 */
final class LogReader implements LogConnection.StreamReader {

    private static final int STANDS_ALONE = 1;
    private static final int PREPARES = 0x40;

    private final Outlet out;
    private final LogTables tables;
    private final LoadJudge judge;
    private final ChangeWriter writer;
    private final BinlogCoordinate from;
    private final Optional<BinlogCoordinate> until;
    private final LogStart origin;
    private final DeliveredGtids gtids;
    private final LogDelivery delivery;
    private final LogRows rows;
    private final DistributedTransactions distributed;
    private final TableDefinitions definitions;
    private final StructureHistory history;

    private BinlogCoordinate transactionStart;
    private boolean begun;
    private boolean between = true;
    private boolean inTransaction;
    private boolean repeated;

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
            LoadJudge judge,
            LogStart start,
            Optional<BinlogCoordinate> until,
            Duration saveInterval) {
        LogPosition from = start.position();
        this.out = out;
        this.tables = tables;
        this.judge = judge;
        this.history = tables.history();
        this.writer = new ChangeWriter(config, from.sequence());
        this.from = from.start();
        this.until = until;
        this.origin = start;
        this.gtids = new DeliveredGtids(from.gtids());
        this.delivery = new LogDelivery(out, writer, start, gtids, saveInterval);
        this.rows = new LogRows(config, captured, judge, writer, delivery, from);
        this.distributed = new DistributedTransactions(config.address(), rows, delivery, tables.another());
        this.definitions = new TableDefinitions(
                config, captured, judge, delivery, tables.dialect().anyCase());
        this.transactionStart = from.start();
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
        } finally {
            distributed.forgetTables();
        }
    }

    private boolean reached(LogEvents log) {
        return between && until.isPresent() && until.get().compareTo(log.place()) <= 0;
    }

    private void event(LogEvents log) throws InterruptedException {
        if (distributed.keeps(log)) {
            return;
        }
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
            case LogEvent.XA_PREPARE -> prepare(source[body] != 0, Xid.of(source, body, end), log.place());
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
        forgetTables();
        delivery.save(log.place());
    }

    private void start(LogEvents log) {
        transactionStart = new BinlogCoordinate(log.file(), log.start());
        history.transaction(transactionStart);
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
        byte flags = log.source()[log.body() + 12];
        if ((flags & PREPARES) != 0) {
            beginDistributed(log);
        } else if ((flags & STANDS_ALONE) == 0) {
            begin(log);
        }
    }

    private void begin(LogEvents log) {
        if (between) {
            start(log);
        }
        inTransaction = true;
        rows.begin(transactionStart, log.start());
    }

    private void beginDistributed(LogEvents log) {
        if (between) {
            start(log);
        }
        inTransaction = true;
        distributed.begin(transactionStart, new BinlogCoordinate(log.file(), log.start()));
    }

    private void query(QueryEvent query, LogEvents log) throws InterruptedException {
        switch (query.kind()) {
            case BEGIN -> {
                if (!inTransaction) {
                    begin(log);
                }
            }
            case XA_START -> {
                if (!inTransaction) {
                    beginDistributed(log);
                }
            }
            case COMMIT -> commit(log.place());
            case ROLLBACK -> rollback(log.place());
            case SAVEPOINT -> {
                // Says nothing about rows.
            }
            case ROLLBACK_TO_SAVEPOINT -> rows.refuseSavepoint();
            case XA_COMMIT -> commitDistributed(query, log);
            case XA_ROLLBACK -> rollbackDistributed(query, log.place());
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
        forgetTables();
        if (!repeated) {
            BinlogCoordinate before = between ? new BinlogCoordinate(log.file(), log.start()) : transactionStart;
            definitions.statement(query, before, log.place(), log.second());
            history.statement(query, before);
        }
    }

    private void refuseStatement(QueryEvent query, BinlogCoordinate place) throws InterruptedException {
        rows.refuseStatement(query, place);
        endUnlessInTransaction(place);
    }

    private void endUnlessInTransaction(BinlogCoordinate place) throws InterruptedException {
        if (!inTransaction) {
            ended(place);
        }
    }

    private void prepare(boolean onePhase, Xid xid, BinlogCoordinate place) throws InterruptedException {
        if (onePhase) {
            commit(place);
        } else {
            distributed.prepare(xid);
            ended(place);
        }
    }

    private void commitDistributed(QueryEvent query, LogEvents log) throws InterruptedException {
        if (!distributed.isRecording()) {
            if (between) {
                start(log);
            }
            Xid xid = xid(query, log.place());
            if (repeated) {
                distributed.forget(xid);
            } else {
                distributed.changesOf(xid, transactionStart, log);
            }
        }
        commit(log.place());
    }

    private void rollbackDistributed(QueryEvent query, BinlogCoordinate place) throws InterruptedException {
        if (!distributed.isRecording()) {
            distributed.forget(xid(query, place));
        }
        distributed.drop();
        ended(place);
    }

    private static Xid xid(QueryEvent query, BinlogCoordinate place) {
        return Xid.of(query)
                .orElseThrow(() -> SourceException.fatal("Before " + place + " the log has '" + query.sql()
                        + "', which names no distributed transaction as servers do, X'78',X'',1. Tell us the server's"
                        + " version; then " + LogFailure.RELOAD + "."));
    }

    private void rows(LogEvents log) throws InterruptedException {
        LogTables.Mapped mapped = tables.mapped(log.source(), log.body(), transactionStart);
        delivery.second(log.second());
        RowsEvent at = new RowsEvent(rows.next(), log.start(), log.inner(), log.end(), mapped.start(), log.second());
        if (!repeated) {
            rows.changes(mapped.table(), at, log.type(), log.source(), log.body(), log.bodyEnd());
        }
    }

    private void commit(BinlogCoordinate place) throws InterruptedException {
        if (!repeated) {
            distributed.changesOfBegun();
        }
        distributed.drop();
        rows.commit();
        ended(place);
        delivery.batch(place);
    }

    private void rollback(BinlogCoordinate place) throws InterruptedException {
        if (distributed.isRecording()) {
            distributed.drop();
        } else if (rows.rollback()) {
            forgetTables();
        }
        ended(place);
    }

    private void forgetTables() {
        tables.forget();
        distributed.forgetTables();
    }

    private void ended(BinlogCoordinate place) throws InterruptedException {
        inTransaction = false;
        between = true;
        gtids.end();
        repeated = false;
        rows.end();
        judge.passed(place).forEach(delivery::add);
        history.takeChanged().forEach(delivery::add);
        delivery.passed(place);
    }

    private void handOnFinished(BinlogCoordinate place) throws InterruptedException {
        if (between) {
            delivery.between(place);
        }
    }
}
