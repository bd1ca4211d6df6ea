package dev.caudal.mysql;

import dev.caudal.core.ColumnMask;
import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** A captured table as the log stores it at one position: ready to read its row images. */
final class LogTable implements AutoCloseable {

    private final TableStructure structure;
    private final OutputRow output;
    private final RowImage before;
    private final RowImage after;
    private final ColumnMask all;
    private final ColumnMask key;
    private final ColumnMask changed;
    private final RowExpressions expressions;
    private final boolean keyed;

    private LogTable(TableStructure structure, List<WireType> types, TableShape shape) {
        this.structure = structure;
        this.output = OutputRow.of(structure, shape);
        this.expressions = RowExpressions.open(structure, shape);
        this.before = new RowImage(structure, readers(structure, types), output, expressions);
        this.after = new RowImage(structure, readers(structure, types), output, expressions);
        this.all = output.allColumns();
        this.key = output.keyColumns();
        this.changed = new ColumnMask(output.columns().length);
        this.keyed = output.key().length > 0 || expressions.key().isPresent();
    }

    private static ColumnReader[] readers(TableStructure structure, List<WireType> types) {
        ColumnReader[] readers = new ColumnReader[types.size()];
        for (int index = 0; index < readers.length; index++) {
            readers[index] = new ColumnReader(structure.columns().get(index), types.get(index));
        }
        return readers;
    }

    /**
     * The table of a table map.
     *
     * @param map the event
     * @param dialect what the event leaves to be known
     * @param catalog asked for the present structure where the log does not say enough of a column
     * @param history knows the table where the event says too little
     * @param shape what of it goes into messages
     */
    static LogTable of(
            TableMap map,
            LogDialect dialect,
            Function<TableId, TableStructure> catalog,
            StructureHistory history,
            TableShape shape)
            throws InterruptedException {
        return new LogTable(LogStructure.of(map, dialect, catalog, history), map.types(), shape);
    }

    TableId id() {
        return structure.id();
    }

    TableStructure structure() {
        return structure;
    }

    /** The image of the only row, or of an UPDATE the row after. */
    RowImage after() {
        return after;
    }

    /** Of an UPDATE the row before. */
    RowImage before() {
        return before;
    }

    /** Whether expressions decide on what is sent. */
    boolean hasExpressions() {
        return !expressions.isEmpty();
    }

    /** The row of the image {@link #after}, for a data error. */
    DataError error(Operation operation, String position, RowException why) {
        RowText text = new RowText(structure, after);
        try {
            return new DataError(
                    structure.id(),
                    operation,
                    0,
                    position,
                    text.key(),
                    text.json(output.columns()),
                    String.valueOf(why.getMessage()),
                    false);
        } catch (SQLException e) {
            throw new IllegalStateException("A row of the log needs no database: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        expressions.close();
    }

    /** Whether a row has a key for messages. */
    boolean hasKey() {
        return keyed;
    }

    ColumnMask allColumns() {
        return all;
    }

    ColumnMask keyColumns() {
        return key;
    }

    /** The columns of the message in which the two images differ; the same object at each call. */
    ColumnMask changedColumns() {
        changed.clear();
        for (int position = 0; position < output.layout().size(); position++) {
            if (after.differs(before, position)) {
                changed.add(position);
            }
        }
        return changed;
    }
}
