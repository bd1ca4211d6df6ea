package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log: cuts it into events, keeps count of where it is, and hands on the changes of selected tables in
 * batches that end between transactions, or inside one that is larger than the configured limits. Runs on one thread.
 */
final class LogReader implements LogConnection.StreamReader {

    private static final int BATCH_ROWS = 1000;
    private static final long BATCH_BYTES = 1 << 20;
    private static final long SAVE_NANOS = 10_000_000_000L;
    private static final int CRC32_ALGORITHM = 1;
    private static final int ARTIFICIAL = 0x20;

    private final SourceConfig config;
    private final Outlet out;
    private final LogTables tables;
    private final LoadJudge judge;
    private final ChangeWriter writer;
    private final Optional<BinlogCoordinate> until;
    private final CRC32 crc = new CRC32();

    private String file;
    private long position;
    private boolean described;
    private boolean checksums;

    private BinlogCoordinate transactionStart;
    private boolean between = true;
    private boolean inTransaction;
    private long events;
    private String gtid;
    private long skippedEvents;
    private int skippedRows;
    private long deliveredBefore;

    private BinlogCoordinate savedAt;
    private long savedNanos = System.nanoTime();
    private final List<Progress> passed = new ArrayList<>();

    /**
     * A reader that starts at the state's position.
     *
     * @param until where to stop, between two transactions; empty to read for ever
     */
    LogReader(SourceConfig config, Outlet out, LogTables tables, LogPosition from, Optional<BinlogCoordinate> until) {
        this.config = config;
        this.out = out;
        this.tables = tables;
        this.judge = new LoadJudge(config.tables(), out.state());
        this.writer = new ChangeWriter(config, from.sequence());
        this.until = until;
        this.file = from.start().file();
        this.position = from.start().offset();
        this.transactionStart = from.start();
        this.savedAt = from.start();
        this.gtid = from.gtid();
        this.skippedEvents = from.events();
        this.skippedRows = from.rows();
        this.deliveredBefore = from.delivered();
        writer.file(file);
    }

    @Override
    public void read(InputStream in) throws IOException, InterruptedException {
        LogStream stream = new LogStream(in);
        while (!reached()) {
            if (!stream.ready()) {
                handOnBetweenTransactions();
            }
            stream.next();
            event(stream.bytes(), stream.start(), stream.end());
        }
        handOnBetweenTransactions();
        save();
    }

    private boolean reached() {
        return between && until.isPresent() && until.get().compareTo(here()) <= 0;
    }

    private BinlogCoordinate here() {
        return new BinlogCoordinate(file, position);
    }

    private void event(byte[] source, int start, int end) throws InterruptedException {
        LogCursor header = new LogCursor(source, start, end);
        long second = header.number(4);
        int type = header.u1();
        header.skip(4);
        long size = header.number(4);
        long next = header.number(4);
        int flags = header.u2();
        boolean ofLog = next != 0 && (flags & ARTIFICIAL) == 0 && LogEvent.isWritten(type) && !describesFile(type);
        if (ofLog) {
            position = following(next);
        }
        long eventStart = position - size;
        int body = start + LogEvent.HEADER;
        int bodyEnd = checksums ? end - LogEvent.CHECKSUM : end;
        if (checksums && ofLog) {
            verify(source, start, bodyEnd);
        }
        switch (type) {
            case LogEvent.ROTATE -> rotate(source, body, bodyEnd, ofLog);
            case LogEvent.FORMAT_DESCRIPTION -> {
                checksums = source[end - LogEvent.CHECKSUM - 1] == CRC32_ALGORITHM;
                described = true;
            }
            case LogEvent.GTID, LogEvent.ANONYMOUS_GTID, LogEvent.GTID_TAGGED ->
                start(eventStart, Gtid.mysql(type, source, body));
            case LogEvent.MARIADB_GTID ->
                mariaDbTransaction(eventStart, Gtid.mariaDb(source, body, start), source[body + 12]);
            case LogEvent.QUERY -> query(QueryEvent.parse(source, body, bodyEnd), eventStart);
            case LogEvent.XID -> commit();
            case LogEvent.XA_PREPARE -> xaPrepare(source[body] != 0);
            case LogEvent.TABLE_MAP -> tables.map(source, body, bodyEnd, eventStart);
            case LogEvent.WRITE_ROWS_V1,
                    LogEvent.UPDATE_ROWS_V1,
                    LogEvent.DELETE_ROWS_V1,
                    LogEvent.WRITE_ROWS,
                    LogEvent.UPDATE_ROWS,
                    LogEvent.DELETE_ROWS -> rows(type, source, body, bodyEnd, eventStart, second);
            default -> {
                if (!LogEvent.mayBeIgnored(type, flags)) {
                    throw LogEvent.unsupported(type, new BinlogCoordinate(file, eventStart));
                }
            }
        }
    }

    /** The description of a file comes again where a reader starts in the middle. */
    private boolean describesFile(int type) {
        return type == LogEvent.FORMAT_DESCRIPTION && position > LogEvent.FILE_HEADER;
    }

    /** The header has 32 bits of the position; the rest is known from before. */
    private long following(long low) {
        long end = position & ~0xffff_ffffL | low;
        return end < position ? end + (1L << 32) : end;
    }

    private void verify(byte[] source, int start, int end) {
        crc.reset();
        crc.update(source, start, end - start);
        long expected = new LogCursor(source, end, end + LogEvent.CHECKSUM).number(LogEvent.CHECKSUM);
        if (crc.getValue() != expected) {
            throw SourceException.passing("The event before " + here() + " does not have its checksum.", null);
        }
    }

    private void rotate(byte[] source, int body, int end, boolean ofLog) throws InterruptedException {
        if (!described) {
            return;
        }
        LogCursor cursor = new LogCursor(source, body, end);
        long offset = cursor.number(8);
        String next = cursor.text(cursor.left());
        if (!ofLog && next.equals(file)) {
            return;
        }
        handOnBetweenTransactions();
        file = next;
        position = offset;
        writer.file(file);
        tables.forget();
        save();
    }

    private void start(long offset, String identifier) {
        transactionStart = new BinlogCoordinate(file, offset);
        between = false;
        if (!identifier.isEmpty()) {
            gtid = identifier;
        }
    }

    private void mariaDbTransaction(long offset, String identifier, byte flags) {
        start(offset, identifier);
        boolean standsAlone = (flags & 1) != 0;
        if (!standsAlone) {
            begin(offset);
        }
    }

    private void begin(long offset) {
        if (between) {
            start(offset, "");
        }
        inTransaction = true;
        events = 0;
        writer.begin(offset, deliveredBefore);
        deliveredBefore = 0;
    }

    private void query(QueryEvent query, long offset) throws InterruptedException {
        switch (query.kind()) {
            case BEGIN -> beginUnlessBegun(offset);
            case COMMIT -> commit();
            case ROLLBACK -> rollback();
            case XA -> {
                if (query.sql().regionMatches(true, 0, "XA START", 0, 8)) {
                    beginUnlessBegun(offset);
                } else if (!inTransaction) {
                    ended();
                }
            }
            case SAVEPOINT -> {
                // Says nothing about rows.
            }
            case ROLLBACK_TO_SAVEPOINT ->
                refuseIfChanged("a ROLLBACK TO SAVEPOINT in a transaction over tables of several engines");
            case STATEMENT_CHANGE -> refuseStatement(query);
            case OTHER -> {
                if (query.isTableDefinition()) {
                    tables.definitionChanged(query, here());
                }
                if (!inTransaction) {
                    ended();
                }
            }
        }
    }

    private void beginUnlessBegun(long offset) {
        if (!inTransaction) {
            begin(offset);
        }
    }

    private void refuseStatement(QueryEvent query) throws InterruptedException {
        for (TableId table : config.tables()) {
            if (query.mentions(table.name())) {
                throw SourceException.fatal("The log has the statement '" + query.sql() + "' before " + here()
                        + " instead of the rows that it changed in " + table
                        + ". SET GLOBAL binlog_format = ROW (and no session may use another), then reload the table.");
            }
        }
        if (!inTransaction) {
            ended();
        }
    }

    private void refuseIfChanged(String what) {
        if (writer.hasChanges()) {
            throw SourceException.fatal("The transaction at " + transactionStart + " changes selected tables and has "
                    + what + ", which is not captured. Leave those tables out, or reload them.");
        }
    }

    private void xaPrepare(boolean onePhase) throws InterruptedException {
        if (!onePhase) {
            refuseIfChanged("an XA PREPARE");
        }
        commit();
    }

    private void rows(int type, byte[] source, int body, int end, long eventStart, long second)
            throws InterruptedException {
        LogTables.Mapped mapped = tables.mapped(source, body, transactionStart);
        @Nullable LogTable table = mapped.table();
        long event = events++;
        if (table == null || event < skippedEvents) {
            return;
        }
        int firstRow = event == skippedEvents ? skippedRows : 0;
        RowsEvent at = new RowsEvent(event, eventStart, position, mapped.start(), second);
        RowsCursor rows = new RowsCursor(type, source, body, end, table);
        for (int row = 0; rows.next(); row++) {
            if (row < firstRow) {
                continue;
            }
            rows.write(writer, at, row, judge, transactionStart);
            if (writer.size() >= config.transactionRows() || writer.bytes() >= config.transactionBytes()) {
                handOn(writer.beforeOpen(transactionStart, gtid));
            }
        }
    }

    private void commit() throws InterruptedException {
        writer.commit();
        ended();
        if (writer.size() >= BATCH_ROWS || writer.bytes() >= BATCH_BYTES) {
            handOnBetweenTransactions();
        }
    }

    private void rollback() throws InterruptedException {
        if (!writer.rollback()) {
            throw SourceException.fatal("The transaction at " + transactionStart
                    + " is larger than commit.rows or commit.bytes and ends in ROLLBACK after a part of it was delivered."
                    + " Raise these limits, and reload the tables.");
        }
        ended();
    }

    private void ended() throws InterruptedException {
        inTransaction = false;
        between = true;
        skippedEvents = 0;
        skippedRows = 0;
        passed.addAll(judge.passed(here()));
        if (System.nanoTime() - savedNanos > SAVE_NANOS) {
            handOnBetweenTransactions();
            save();
        }
    }

    private void handOnBetweenTransactions() throws InterruptedException {
        if (!between) {
            return;
        }
        if (writer.size() > 0 || !passed.isEmpty()) {
            handOn(betweenTransactions());
        } else if (System.nanoTime() - savedNanos > SAVE_NANOS) {
            save();
        }
    }

    private LogPosition betweenTransactions() {
        return LogPosition.between(here(), writer.sequence(), gtid);
    }

    private void save() throws InterruptedException {
        if (between && !here().equals(savedAt)) {
            handOn(betweenTransactions());
        }
        savedNanos = System.nanoTime();
    }

    private void handOn(LogPosition reached) throws InterruptedException {
        List<Progress> progress = new ArrayList<>(passed);
        passed.clear();
        progress.add(new Progress.Log(reached));
        out.send(new Batch(writer.take(), progress));
        savedAt = here();
        savedNanos = System.nanoTime();
    }
}
