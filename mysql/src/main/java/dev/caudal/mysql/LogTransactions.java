package dev.caudal.mysql;

/**
 * Where the log is among transactions, and what becomes of each: it is delivered, undone or, prepared, kept for later. For
 * the thread of the reader.
 */
final class LogTransactions {

    private static final int STANDS_ALONE = 1;
    private static final int PREPARES = 0x40;

    private final LogStart origin;
    private final DeliveredGtids gtids;
    private final LogTables tables;
    private final StructureHistory history;
    private final LoadJudge judge;
    private final LogRows rows;
    private final LogDelivery delivery;
    private final DistributedTransactions distributed;

    private BinlogCoordinate transactionStart;
    private boolean between = true;
    private boolean inTransaction;
    private boolean repeated;

    LogTransactions(
            LogStart origin,
            DeliveredGtids gtids,
            LogTables tables,
            LoadJudge judge,
            LogRows rows,
            LogDelivery delivery,
            DistributedTransactions distributed) {
        this.origin = origin;
        this.gtids = gtids;
        this.tables = tables;
        this.history = tables.history();
        this.judge = judge;
        this.rows = rows;
        this.delivery = delivery;
        this.distributed = distributed;
        this.transactionStart = origin.position().start();
    }

    /** Whether none has begun. */
    boolean isBetween() {
        return between;
    }

    /** Whether the present one was delivered from another server. */
    boolean isRepeated() {
        return repeated;
    }

    /** Where the present one, or the last, begins. */
    BinlogCoordinate start() {
        return transactionStart;
    }

    /** A transaction of MySQL begins that has a name. */
    void begin(Gtid gtid, LogEvents log) {
        start(log);
        begin(gtid);
    }

    /** One of MySQL begins that has none. */
    void beginUnnamed(LogEvents log) {
        start(log);
        gtids.beginUnnamed();
    }

    /** One of MariaDB begins. */
    void beginMariaDb(LogEvents log) {
        start(log);
        begin(Gtid.MariaDb.of(log.source(), log.header(), log.body(), log.bodyEnd()));
        byte flags = log.source()[log.body() + 12];
        if ((flags & PREPARES) != 0) {
            beginDistributed(log);
        } else if ((flags & STANDS_ALONE) == 0) {
            begin(log);
        }
    }

    /** A statement begins one, unless an event has done so. */
    void statementBegins(boolean isDistributed, LogEvents log) {
        if (inTransaction) {
            return;
        }
        if (isDistributed) {
            beginDistributed(log);
        } else {
            begin(log);
        }
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

    /** A statement that is a transaction by itself, unless it stands in one, has ended. */
    void statementEnded(BinlogCoordinate place) throws InterruptedException {
        if (!inTransaction) {
            ended(place);
        }
    }

    /** A distributed one waits for its second phase, or is committed in one. */
    void prepare(boolean onePhase, Xid xid, BinlogCoordinate place) throws InterruptedException {
        if (onePhase) {
            commit(place);
        } else {
            distributed.prepare(xid);
            ended(place);
        }
    }

    /** The second phase of a distributed one: what it prepared counts. */
    void commitDistributed(QueryEvent query, LogEvents log) throws InterruptedException {
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

    /** The second phase of a distributed one: what it prepared does not count. */
    void rollbackDistributed(QueryEvent query, BinlogCoordinate place) throws InterruptedException {
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

    /** The present one counts. */
    void commit(BinlogCoordinate place) throws InterruptedException {
        if (!repeated) {
            distributed.changesOfBegun();
        }
        distributed.drop();
        rows.commit();
        ended(place);
        delivery.batch(place);
    }

    /** The present one does not count. */
    void rollback(BinlogCoordinate place) throws InterruptedException {
        if (distributed.isRecording()) {
            distributed.drop();
        } else if (rows.rollback()) {
            forgetTables();
        }
        ended(place);
    }

    /** Numbers of tables mean nothing any more. */
    void forgetTables() {
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
}
