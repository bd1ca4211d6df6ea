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

    private final Outlet out;
    private final LogTables tables;
    private final ChangeWriter writer;
    private final BinlogCoordinate from;
    private final Optional<BinlogCoordinate> until;
    private final LogDelivery delivery;
    private final LogRows rows;
    private final DistributedTransactions distributed;
    private final LogTransactions transactions;
    private final TableDefinitions definitions;
    private final StructureHistory history;

    private boolean begun;

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
        this.history = tables.history();
        this.writer = new ChangeWriter(config, from.sequence());
        this.from = from.start();
        this.until = until;
        DeliveredGtids gtids = new DeliveredGtids(from.gtids());
        this.delivery = new LogDelivery(out, writer, start, gtids, saveInterval);
        this.rows = new LogRows(config, captured, judge, writer, delivery, from);
        this.distributed = new DistributedTransactions(config.address(), rows, delivery, tables.another());
        this.definitions = new TableDefinitions(
                config, captured, judge, delivery, tables.dialect().names());
        this.transactions = new LogTransactions(start, gtids, tables, judge, rows, delivery, distributed);
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
            if (transactions.isBetween()) {
                delivery.save(log.place());
            }
        } finally {
            distributed.forgetTables();
        }
    }

    private boolean reached(LogEvents log) {
        return transactions.isBetween() && until.isPresent() && until.get().compareTo(log.place()) <= 0;
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
            case LogEvent.GTID -> transactions.begin(Gtid.MySql.of(source, body, end), log);
            case LogEvent.ANONYMOUS_GTID, LogEvent.GTID_TAGGED -> transactions.beginUnnamed(log);
            case LogEvent.MARIADB_GTID -> transactions.beginMariaDb(log);
            case LogEvent.QUERY -> query(QueryEvent.parse(source, body, end), log);
            case LogEvent.EXECUTE_LOAD_QUERY -> refuseStatement(QueryEvent.parseLoad(source, body, end), log.place());
            case LogEvent.XID -> transactions.commit(log.place());
            case LogEvent.XA_PREPARE -> transactions.prepare(source[body] != 0, Xid.of(source, body, end), log.place());
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
        if (!transactions.isBetween()) {
            // A server that crashed while it wrote a transaction goes on in the next file.
            transactions.rollback(next);
        }
        handOnFinished(log.place());
        log.moveTo(next);
        writer.file(next.file());
        transactions.forgetTables();
        delivery.save(log.place());
    }

    private void query(QueryEvent query, LogEvents log) throws InterruptedException {
        switch (query.kind()) {
            case BEGIN -> transactions.statementBegins(false, log);
            case XA_START -> transactions.statementBegins(true, log);
            case COMMIT -> transactions.commit(log.place());
            case ROLLBACK -> transactions.rollback(log.place());
            case SAVEPOINT -> {
                // Says nothing about rows.
            }
            case ROLLBACK_TO_SAVEPOINT -> rows.refuseSavepoint();
            case XA_COMMIT -> transactions.commitDistributed(query, log);
            case XA_ROLLBACK -> transactions.rollbackDistributed(query, log.place());
            case STATEMENT_CHANGE -> refuseStatement(query, log.place());
            case OTHER -> {
                if (query.isTableDefinition()) {
                    define(query, log);
                }
                transactions.statementEnded(log.place());
            }
        }
    }

    private void define(QueryEvent query, LogEvents log) throws InterruptedException {
        transactions.forgetTables();
        if (!transactions.isRepeated()) {
            BinlogCoordinate before =
                    transactions.isBetween() ? new BinlogCoordinate(log.file(), log.start()) : transactions.start();
            definitions.statement(query, before, log.place(), log.second());
            history.statement(query, before);
        }
    }

    private void refuseStatement(QueryEvent query, BinlogCoordinate place) throws InterruptedException {
        rows.refuseStatement(query, place);
        transactions.statementEnded(place);
    }

    private void rows(LogEvents log) throws InterruptedException {
        LogTables.Mapped mapped = tables.mapped(log.source(), log.body(), transactions.start());
        delivery.second(log.second());
        RowsEvent at = new RowsEvent(rows.next(), log.start(), log.inner(), log.end(), mapped.start(), log.second());
        if (!transactions.isRepeated()) {
            rows.changes(mapped.table(), at, log.type(), log.source(), log.body(), log.bodyEnd());
        }
    }

    private void handOnFinished(BinlogCoordinate place) throws InterruptedException {
        if (transactions.isBetween()) {
            delivery.between(place);
        }
    }
}
