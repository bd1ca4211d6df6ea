package dev.caudal.mysql;

import dev.caudal.core.AtMessageWriter;
import dev.caudal.core.JsonBytes;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import dev.caudal.core.RowLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes REFRESH messages of the rows of one table's query. Not safe for use by several threads. */
final class LoadRow implements AutoCloseable, RowValues {

    private final TableStructure structure;
    private final OutputRow output;
    private final RowLayout layout;
    private final List<LoadColumn> columns = new ArrayList<>();
    private final AtMessageWriter writer;
    private final JsonBytes key = new JsonBytes(64);
    private final boolean rowKeys;
    private final int load;
    private final int[] places;
    private final RowExpressions expressions;
    private final ComputedRow computed;
    private final LobLimit lobs;
    private @Nullable ResultSet current;

    LoadRow(TableStructure structure, SourceConfig config, int load) {
        this.structure = structure;
        this.output = OutputRow.of(structure, config.shape(structure.id()));
        this.layout = output.layout();
        this.lobs = new LobLimit(output);
        this.writer = new AtMessageWriter(config.format());
        this.load = load;
        this.places = new int[structure.columns().size()];
        for (int column : output.columns()) {
            if (column >= 0) {
                select(column);
            }
        }
        this.expressions = RowExpressions.open(structure, config.shape(structure.id()));
        this.computed = new ComputedRow(expressions);
        this.rowKeys = config.rowKeys() && (output.key().length > 0 || computed.hasKey());
        // What is left out of messages is read nevertheless where an expression wants it.
        expressions.inputs().forEach(this::select);
    }

    /** Adds a column of the table to the query. */
    private void select(int column) {
        if (places[column] == 0) {
            columns.add(new LoadColumn(structure.columns().get(column), columns.size() + 1));
            places[column] = columns.size();
        }
    }

    /**
     * Whether the current row is sent.
     *
     * @throws RowException if an expression fails for it
     */
    boolean accepts(ResultSet row) {
        current = row;
        return computed.accepts(this);
    }

    @Override
    public boolean text(int index, JsonBytes out) throws SQLException {
        return column(index).text(Objects.requireNonNull(current), out);
    }

    /** The current row, for a data error. */
    DataError error(BinlogCoordinate at, RowException why) throws SQLException {
        RowText text = text();
        return new DataError(
                structure.id(),
                Operation.REFRESH,
                load,
                at.toString(),
                text.key(),
                text.json(output.columns()),
                String.valueOf(why.getMessage()),
                false);
    }

    /** The current row for people. */
    RowText text() {
        return new RowText(structure, this);
    }

    @Override
    public void close() {
        expressions.close();
    }

    /** What the query selects. */
    String expressions() {
        return columns.isEmpty()
                ? "1"
                : String.join(", ", columns.stream().map(LoadColumn::expression).toList());
    }

    /** The message of the current row, which is accepted. */
    Message message(ResultSet row) throws SQLException {
        writer.begin();
        JsonBytes out = writer.out();
        lobs.begin();
        for (int index = 0; index < layout.size(); index++) {
            layout.begin(index, out);
            int column = output.columns()[index];
            if (column < 0) {
                computed.json(~column, out);
            } else if (output.isLimited(index)) {
                lobs.json(this, index, out);
            } else {
                column(column).json(row, out);
            }
        }
        layout.end(out);
        writer.refresh();
        return new Message(
                structure.id(),
                Operation.REFRESH,
                load,
                rowKeys ? key(row) : null,
                writer.message(),
                computed.destination(),
                List.copyOf(lobs.truncated()));
    }

    private byte @Nullable [] key(ResultSet row) throws SQLException {
        if (computed.hasKey()) {
            return computed.key();
        }
        key.clear();
        int[] parts = output.key();
        if (parts.length == 1) {
            return column(parts[0]).text(row, key) ? key.toByteArray() : null;
        }
        RowKey.begin(key);
        for (int position = 0; position < parts.length; position++) {
            RowKey.separate(position, key);
            column(parts[position]).json(row, key);
        }
        RowKey.end(key);
        return key.toByteArray();
    }

    /** The table's column at {@code index}, which the query has. */
    private LoadColumn column(int index) {
        return columns.get(places[index] - 1);
    }

    /** The current row's key in the order of {@link LoadedRanges}; only where the structure has a range key. */
    long rangeKey(ResultSet row) throws SQLException {
        long value = column(structure.primaryKey().get(0)).integer(row);
        return LoadedRanges.ordered(value, structure.keyColumn().unsigned());
    }
}
