package dev.caudal.mysql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Distributed transactions: their rows stand in the log when they are prepared, and count when they are committed (see ADR
 * 22). Used by the thread that reads the log.
 */
final class DistributedTransactions {

    private final SourceConfig.Address address;
    private final LogRows rows;
    private final LogDelivery delivery;
    private final LogTables tables;
    private final PreparedGroups prepared = new PreparedGroups();
    private final PreparedSearch search;
    private @Nullable PreparedGroup recorded;
    private BinlogCoordinate beginning;

    /**
     * None yet.
     *
     * @param rows makes changes of their rows
     * @param tables only for theirs, since they are described where they are prepared
     */
    DistributedTransactions(SourceConfig.Address address, LogRows rows, LogDelivery delivery, LogTables tables) {
        this.address = address;
        this.rows = rows;
        this.delivery = delivery;
        this.tables = tables;
        this.search = new PreparedSearch(address, prepared);
        this.beginning = new BinlogCoordinate("", LogEvent.FILE_HEADER);
    }

    /** One begins, of which it is not known yet what it becomes. */
    void begin(BinlogCoordinate transaction, BinlogCoordinate event) {
        recorded = PreparedGroup.begun(transaction);
        beginning = event;
    }

    boolean isRecording() {
        return recorded != null;
    }

    /** Keeps the event for later, if it belongs to one that has begun. */
    boolean keeps(LogEvents log) {
        PreparedGroup group = recorded;
        if (group == null || !GroupEvent.matters(log.type()) || endsHere(log)) {
            return false;
        }
        prepared.grown(group, group.add(GroupEvent.of(log)));
        return true;
    }

    private static boolean endsHere(LogEvents log) {
        return log.type() == LogEvent.QUERY
                && QueryEvent.parse(log.source(), log.body(), log.bodyEnd())
                        .kind()
                        .endsTransaction();
    }

    /** The one that has begun is prepared, and decided later. */
    void prepare(Xid xid) {
        PreparedGroup group = recorded;
        if (group != null) {
            prepared.add(xid, group);
            recorded = null;
        }
    }

    /** The one that has begun changes nothing. */
    void drop() {
        PreparedGroup group = recorded;
        if (group != null) {
            prepared.left(group);
            recorded = null;
        }
    }

    /** The one that has begun counts at once: it is a transaction as others are. */
    void changesOfBegun() throws InterruptedException {
        PreparedGroup group = recorded;
        if (group != null) {
            rows.begin(group.start(), beginning.offset());
            group.read(address, event -> change(event, Optional.empty()));
            drop();
        }
    }

    /**
     * One that was prepared counts. Its changes are those of the transaction that commits it, as if that event had them.
     *
     * @param transaction where that transaction starts
     */
    void changesOf(Xid xid, BinlogCoordinate transaction, LogEvents log) throws InterruptedException {
        Optional<PreparedGroup> known = prepared.remove(xid);
        PreparedGroup group = known.isPresent() ? known.get() : search.find(xid, transaction);
        beginning = group.start();
        RowsEvent commit = new RowsEvent(0, log.start(), -group.start().offset(), log.end(), log.start(), log.second());
        delivery.second(log.second());
        rows.begin(transaction, transaction.offset());
        group.read(address, event -> change(event, Optional.of(commit)));
    }

    /** One that was prepared changes nothing, or was committed before already. */
    void forget(Xid xid) {
        prepared.remove(xid).ifPresent(PreparedGroup::forgetEvents);
    }

    private void change(GroupEvent event, Optional<RowsEvent> commit) throws InterruptedException {
        switch (event.type()) {
            case LogEvent.TABLE_MAP -> tables.map(event.source(), event.body(), event.bodyEnd(), event.start());
            case LogEvent.EXECUTE_LOAD_QUERY ->
                rows.refuseStatement(QueryEvent.parseLoad(event.source(), event.body(), event.bodyEnd()), beginning);
            case LogEvent.QUERY -> statement(QueryEvent.parse(event.source(), event.body(), event.bodyEnd()));
            default -> rows(event, commit);
        }
    }

    private void statement(QueryEvent query) {
        switch (query.kind()) {
            case ROLLBACK_TO_SAVEPOINT -> rows.refuseSavepoint();
            case STATEMENT_CHANGE -> rows.refuseStatement(query, beginning);
            default -> {
                // Says nothing about rows.
            }
        }
    }

    private void rows(GroupEvent event, Optional<RowsEvent> commit) throws InterruptedException {
        LogTables.Mapped mapped = tables.mapped(event.source(), event.body(), beginning);
        long number = rows.next();
        RowsEvent at = commit.map(it -> new RowsEvent(
                        number,
                        it.start(),
                        it.firstRow() + event.start() + event.inner(),
                        it.end(),
                        it.tableMap(),
                        it.second()))
                .orElseGet(() -> new RowsEvent(
                        number, event.start(), event.inner(), event.end(), mapped.start(), event.second()));
        rows.changes(mapped.table(), at, event.type(), event.source(), event.body(), event.bodyEnd());
    }

    /** Forgets the numbers of tables. */
    void forgetTables() {
        tables.forget();
    }
}
