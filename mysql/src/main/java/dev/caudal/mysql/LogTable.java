package dev.caudal.mysql;

import dev.caudal.core.ColumnMask;
import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A captured table as the log stores it at one position: ready to read its row images. */
final class LogTable implements AutoCloseable {

    private final TableStructure structure;
    private final OutputRow output;
    private final RowImage before;
    private final RowImage after;
    private final ColumnMask all;
    private final ColumnMask key;
    private final ColumnMask changed;
    private final @Nullable RowFilter filter;

    private LogTable(TableStructure structure, List<WireType> types, TableShape shape) {
        this.structure = structure;
        this.output = OutputRow.of(structure, shape);
        this.before = new RowImage(structure, readers(structure, types), output);
        this.after = new RowImage(structure, readers(structure, types), output);
        this.all = output.allColumns();
        this.key = output.keyColumns();
        this.changed = new ColumnMask(output.columns().length);
        this.filter = shape.filter()
                .map(expression -> RowFilter.open(structure, expression))
                .orElse(null);
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
     * @param charsets by the number of a collation its character set
     * @param catalog asked for the present structure where the log does not say enough
     * @param shape what of it goes into messages
     */
    static LogTable of(
            TableMap map, Map<Integer, String> charsets, Function<TableId, TableStructure> catalog, TableShape shape) {
        TableMetadata metadata = map.metadata();
        boolean full = metadata.names().size() == map.types().size() && metadata.signed() == hasNumbers(map);
        TableStructure structure = full ? described(map, charsets) : catalogued(map, catalog.apply(map.table()));
        return new LogTable(structure, map.types(), shape);
    }

    private static boolean hasNumbers(TableMap map) {
        return map.types().stream().anyMatch(WireType::isNumeric);
    }

    private static TableStructure described(TableMap map, Map<Integer, String> charsets) {
        TableMetadata metadata = map.metadata();
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < map.types().size(); index++) {
            WireType wire = map.types().get(index);
            String name = metadata.names().get(index);
            TextCharset charset =
                    charset(map, wire, name, charsets.getOrDefault(metadata.collations()[index], "unknown"));
            columns.add(new Column(
                    name,
                    type(map, wire, name),
                    metadata.unsigned().get(index),
                    wire.fraction(),
                    charset,
                    metadata.labels().get(index).stream().map(charset::utf8).toList()));
        }
        return new TableStructure(map.table(), columns, metadata.primaryKey());
    }

    private static ColumnType type(TableMap map, WireType wire, String column) {
        return wire.columnType()
                .orElseThrow(() -> Catalog.unsupported(map.table(), column, "of the log's type " + wire.code()));
    }

    private static TextCharset charset(TableMap map, WireType wire, String column, String name) {
        if (!type(map, wire, column).hasCharset()) {
            return TextCharset.UTF8;
        }
        return TextCharset.named(name)
                .orElseThrow(() -> Catalog.unsupported(map.table(), column, "text CHARACTER SET " + name));
    }

    /** Without full metadata the present structure serves, if it has the log's columns. */
    private static TableStructure catalogued(TableMap map, TableStructure present) {
        boolean same = present.columns().size() == map.types().size();
        for (int index = 0; same && index < map.types().size(); index++) {
            Column column = present.columns().get(index);
            WireType wire = map.types().get(index);
            same = wire.columnType().filter(column.type()::equals).isPresent()
                    && (wire.fraction() == column.fraction())
                    && (!map.metadata().signed()
                            || !wire.isNumeric()
                            || column.type() == ColumnType.YEAR
                            || map.metadata().unsigned().get(index) == column.unsigned());
        }
        if (!same) {
            throw SourceException.fatal("The log has rows of " + map.table() + " with "
                    + map.types().size()
                    + " columns that are not the " + present.columns().size()
                    + " columns the table has now, and it does not"
                    + " say which they are. SET GLOBAL binlog_row_metadata = FULL, then reload the table.");
        }
        return present;
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

    /** Whether some rows are not sent. */
    boolean isFiltered() {
        return filter != null;
    }

    /** Whether the row of an image is sent. */
    boolean accepts(RowImage image) {
        return filter == null || filter.accepts(image);
    }

    @Override
    public void close() {
        if (filter != null) {
            filter.close();
        }
    }

    /** Whether a row has a key for messages. */
    boolean hasKey() {
        return output.key().length > 0;
    }

    ColumnMask allColumns() {
        return all;
    }

    ColumnMask keyColumns() {
        return key;
    }

    /** The columns of the message in which the two images differ; the same object at each call. */
    ColumnMask changedColumns() {
        int[] columns = output.columns();
        changed.clear();
        for (int position = 0; position < columns.length; position++) {
            if (after.differs(before, columns[position])) {
                changed.add(position);
            }
        }
        return changed;
    }
}
