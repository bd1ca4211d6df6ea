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

/** Makes REFRESH messages of the rows of one table's query. Not safe for use by several threads. */
final class LoadRow {

    private final TableStructure structure;
    private final RowLayout layout;
    private final List<LoadColumn> columns = new ArrayList<>();
    private final AtMessageWriter writer;
    private final JsonBytes key = new JsonBytes(64);
    private final boolean rowKeys;
    private final int load;

    LoadRow(TableStructure structure, SourceConfig config, int load) {
        this.structure = structure;
        this.layout = structure.layout();
        this.writer = new AtMessageWriter(config.format());
        this.rowKeys = config.rowKeys() && !structure.primaryKey().isEmpty();
        this.load = load;
        for (Column column : structure.columns()) {
            columns.add(new LoadColumn(column, columns.size() + 1));
        }
    }

    /** What the query selects. */
    String expressions() {
        return String.join(", ", columns.stream().map(LoadColumn::expression).toList());
    }

    /** The message of the current row. */
    Message message(ResultSet row) throws SQLException {
        writer.begin();
        JsonBytes out = writer.out();
        for (int index = 0; index < columns.size(); index++) {
            layout.begin(index, out);
            columns.get(index).json(row, out);
        }
        layout.end(out);
        writer.refresh();
        return new Message(structure.id(), Operation.REFRESH, load, rowKeys ? key(row) : null, writer.message());
    }

    private byte[] key(ResultSet row) throws SQLException {
        key.clear();
        List<Integer> parts = structure.primaryKey();
        if (parts.size() == 1) {
            columns.get(parts.get(0)).text(row, key);
            return key.toByteArray();
        }
        RowKey.begin(key);
        for (int position = 0; position < parts.size(); position++) {
            RowKey.separate(position, key);
            columns.get(parts.get(position)).json(row, key);
        }
        RowKey.end(key);
        return key.toByteArray();
    }

    /** The current row's key in the order of {@link LoadedRanges}; only where the structure has a range key. */
    long rangeKey(ResultSet row) throws SQLException {
        long value = columns.get(structure.primaryKey().get(0)).integer(row);
        return LoadedRanges.ordered(value, structure.keyColumn().unsigned());
    }
}
