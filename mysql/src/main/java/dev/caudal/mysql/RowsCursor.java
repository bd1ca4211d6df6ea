package dev.caudal.mysql;

import dev.caudal.core.Count;
import dev.caudal.core.Operation;
import java.util.Optional;

/** Walks over the rows of one rows event of a captured table. */
final class RowsCursor {

    private static final int POST_HEADER = 8;

    private final LogTable table;
    private final byte[] source;
    private final int end;
    private final Operation operation;
    private int at;

    RowsCursor(int type, byte[] source, int body, int end, LogTable table) {
        this.table = table;
        this.source = source;
        this.end = end;
        this.operation = switch (type) {
            case LogEvent.WRITE_ROWS_V1, LogEvent.WRITE_ROWS -> Operation.INSERT;
            case LogEvent.UPDATE_ROWS_V1, LogEvent.UPDATE_ROWS -> Operation.UPDATE;
            default -> Operation.DELETE;
        };
        LogCursor cursor = new LogCursor(source, body, end);
        int columns = columns(type, cursor);
        if (columns != table.structure().columns().size()) {
            throw SourceException.fatal("A rows event of " + table.id() + " has " + Count.of(columns, "column")
                    + ", its table map has " + table.structure().columns().size() + ".");
        }
        requireAll(cursor, columns);
        if (operation == Operation.UPDATE) {
            requireAll(cursor, columns);
        }
        at = cursor.at();
    }

    /** How many columns a rows event has; the cursor moves from the body's start to what says which are present. */
    static int columns(int type, LogCursor cursor) {
        cursor.skip(POST_HEADER);
        if (type >= LogEvent.WRITE_ROWS) {
            cursor.skip(cursor.u2() - 2);
        }
        return cursor.length();
    }

    private void requireAll(LogCursor cursor, int columns) {
        for (int index = 0; index < columns; index += 8) {
            int wanted = columns - index >= 8 ? 0xff : (1 << columns - index) - 1;
            if ((cursor.u1() & wanted) != wanted) {
                throw SourceException.fatal(
                        "The log does not have all columns of the changed rows of " + table.id()
                                + ". SET GLOBAL binlog_row_image = FULL (and no session may use another), then reload the table.");
            }
        }
    }

    /** Moves to the next row; false if there is none. */
    boolean next() {
        if (at >= end) {
            return false;
        }
        if (operation == Operation.UPDATE) {
            at = table.before().locate(source, at);
        }
        at = table.after().locate(source, at);
        return true;
    }

    /**
     * Writes the row's change, as far as {@code judge} lets it count and the table's filter lets it be sent. A row that
     * comes into the filter by an UPDATE is an INSERT for readers, one that leaves it a DELETE; one for which an
     * expression fails is not in it.
     *
     * @return why the row cannot be sent, where that is so
     */
    Optional<RowException> write(
            ChangeWriter writer, RowsEvent event, int row, LoadJudge judge, BinlogCoordinate transaction) {
        try {
            if (!table.hasExpressions() && judge.allCount(table.id())) {
                write(writer, event, row, operation);
                return Optional.empty();
            }
            if (operation != Operation.UPDATE) {
                if (judge.counts(table, table.after(), transaction)
                        && table.after().isAccepted()) {
                    write(writer, event, row, operation);
                }
                return Optional.empty();
            }
        } catch (RowException e) {
            return Optional.of(e);
        }
        return update(writer, event, row, judge, transaction);
    }

    private Optional<RowException> update(
            ChangeWriter writer, RowsEvent event, int row, LoadJudge judge, BinlogCoordinate transaction) {
        boolean before = judge.counts(table, table.before(), transaction) && isSent(table.before());
        Optional<RowException> failure = Optional.empty();
        boolean after = judge.counts(table, table.after(), transaction);
        try {
            after = after && table.after().isAccepted();
            if (after) {
                write(writer, event, row, before ? Operation.UPDATE : Operation.INSERT);
            }
        } catch (RowException e) {
            failure = Optional.of(e);
            after = false;
        }
        if (before && !after) {
            writer.change(Operation.DELETE, table, table.before(), null, table.keyColumns(), event, row);
        }
        return failure;
    }

    /** Whether readers have the row of an image, as far as the filter decides. */
    private boolean isSent(RowImage image) {
        try {
            return image.isAccepted();
        } catch (RowException e) {
            return false;
        }
    }

    /** What happened to the rows. */
    Operation operation() {
        return operation;
    }

    private void write(ChangeWriter writer, RowsEvent event, int row, Operation as) {
        switch (as) {
            case UPDATE -> writer.change(as, table, table.after(), table.before(), table.changedColumns(), event, row);
            case DELETE -> writer.change(as, table, table.after(), null, table.keyColumns(), event, row);
            case INSERT, REFRESH -> writer.change(as, table, table.after(), null, table.allColumns(), event, row);
        }
    }
}
