package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the log by the number that rows events use. A table map that differs by one byte from the one before
 * under its number makes a new table, so a row is always read with the structure at its own position. Used by the thread
 * that reads the log.
 */
final class LogTables implements AutoCloseable {

    private final CapturedTables captured;
    private final Function<TableId, TableShape> shapes;
    private final LogDialect dialect;
    private final Function<TableId, TableStructure> catalog;
    private final StructureHistory history;
    private final Map<TableId, TableId> selected;
    private final Map<Long, Mapped> byNumber = new HashMap<>();

    /**
     * No tables yet.
     *
     * @param captured the tables that are captured
     * @param shapes what of each goes into messages
     * @param dialect what table maps leave to be known
     * @param catalog asked for the present structure where the log does not say enough of a column
     * @param history knows tables where the log says too little of them
     */
    LogTables(
            CapturedTables captured,
            Function<TableId, TableShape> shapes,
            LogDialect dialect,
            Function<TableId, TableStructure> catalog,
            StructureHistory history) {
        this.captured = captured;
        this.shapes = shapes;
        this.dialect = dialect;
        this.catalog = catalog;
        this.history = history;
        this.selected = dialect.names().byKey(captured.selected());
    }

    /** No tables yet, of the same log. */
    LogTables another() {
        return new LogTables(captured, shapes, dialect, catalog, history);
    }

    /**
     * What a table number stands for.
     *
     * @param table the table, or null where it is not selected
     * @param event the body of the table map event
     * @param start where that event starts in the log file
     */
    record Mapped(@Nullable LogTable table, byte[] event, long start) {}

    /** Ends a statement whose last rows event is missing; it has no rows. */
    private static final long DUMMY = 0xff_ffff;

    private static final Mapped NONE = new Mapped(null, new byte[0], 0);

    /** A table map event. */
    void map(byte[] source, int body, int end, long start) throws InterruptedException {
        long number = TableMap.number(source, body);
        Mapped known = byNumber.get(number);
        if (known != null && Arrays.equals(known.event, 0, known.event.length, source, body, end)) {
            byNumber.put(number, new Mapped(known.table, known.event, start));
            return;
        }
        close(known);
        byNumber.put(number, mapped(source, body, end, start));
    }

    /** A table whose rows do not count yet is looked at anew when it comes again. */
    private Mapped mapped(byte[] source, int body, int end, long start) throws InterruptedException {
        TableId id = selected.get(dialect.names().key(TableMap.table(source, body, end)));
        byte[] event = Arrays.copyOfRange(source, body, end);
        if (id == null || !captured.has(id)) {
            return new Mapped(null, event, start);
        }
        TableMap map = TableMap.parse(id, source, body, end, dialect);
        if (!LogStructure.isDescribed(map) && !history.counts(id)) {
            return new Mapped(null, new byte[0], start);
        }
        return new Mapped(LogTable.of(map, dialect, catalog, history, shapes.apply(id)), event, start);
    }

    /** What the rows event whose body starts at {@code body} refers to, in the transaction that starts at {@code at}. */
    Mapped mapped(byte[] source, int body, BinlogCoordinate at) {
        long number = TableMap.number(source, body);
        Mapped known = byNumber.get(number);
        if (known == null && number != DUMMY) {
            throw SourceException.fatal("The transaction at " + at + " has rows of table number " + number
                    + ", which it does not describe.");
        }
        return known == null ? NONE : known;
    }

    /** Forgets all numbers: a server gives them anew after a restart. */
    void forget() {
        byNumber.values().forEach(LogTables::close);
        byNumber.clear();
    }

    private static void close(@Nullable Mapped mapped) {
        if (mapped != null && mapped.table() != null) {
            mapped.table().close();
        }
    }

    /** Forgets all numbers. */
    @Override
    public void close() {
        forget();
    }

    StructureHistory history() {
        return history;
    }

    LogDialect dialect() {
        return dialect;
    }
}
