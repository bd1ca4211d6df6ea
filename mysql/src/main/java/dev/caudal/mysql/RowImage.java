package dev.caudal.mysql;

import dev.caudal.core.Destination;
import dev.caudal.core.JsonBytes;
import dev.caudal.core.RowLayout;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the full row images of one table, from the stream's bytes straight to the message's. {@link #locate} finds
 * where the values of an image are; the other methods read the image that was located last. Reused from row to row; not
 * safe for use by several threads.
 */
final class RowImage implements RowValues {

    private static final int NULL_VALUE = -1;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final TableStructure structure;
    private final ColumnReader[] columns;
    private final RowLayout layout;
    private final OutputRow output;
    private final LobLimit lobs;
    private final int[] outputs;
    private final int[] key;
    private final ComputedRow computed;
    private final int[] starts;
    private final int[] ends;
    private byte[] source = {};

    RowImage(TableStructure structure, ColumnReader[] columns, OutputRow output, RowExpressions expressions) {
        this.structure = structure;
        this.columns = columns;
        this.layout = output.layout();
        this.output = output;
        this.lobs = new LobLimit(output);
        this.outputs = output.columns();
        this.key = output.key();
        this.computed = new ComputedRow(expressions);
        this.starts = new int[columns.length];
        this.ends = new int[columns.length];
    }

    /** Finds the values of the image that starts at {@code from}; returns where it ends. */
    int locate(byte[] bytes, int from) {
        source = bytes;
        int at = from + (columns.length + 7) / 8;
        for (int index = 0; index < columns.length; index++) {
            if ((bytes[from + (index >> 3)] >> (index & 7) & 1) != 0) {
                starts[index] = NULL_VALUE;
                ends[index] = NULL_VALUE;
            } else {
                starts[index] = at;
                at += columns[index].length(bytes, at);
                ends[index] = at;
            }
        }
        return at;
    }

    /**
     * Whether the row is sent. Where the table has expressions it must be asked before the row is written.
     *
     * @throws RowException if an expression fails for it
     */
    boolean isAccepted() {
        return computed.accepts(this);
    }

    /** Where the row goes, if not where its table goes. */
    @Nullable Destination destination() {
        return computed.destination();
    }

    /** Writes the row as a JSON object, as far as it goes into messages. */
    void write(JsonBytes out) {
        lobs.begin();
        for (int position = 0; position < outputs.length; position++) {
            layout.begin(position, out);
            if (outputs[position] < 0) {
                computed.json(~outputs[position], out);
            } else if (output.isLimited(position)) {
                limited(position, out);
            } else {
                json(outputs[position], out);
            }
        }
        layout.end(out);
    }

    private void limited(int position, JsonBytes out) {
        try {
            lobs.json(this, position, out);
        } catch (SQLException e) {
            throw new IllegalStateException("A row of the log needs no database: " + e.getMessage(), e);
        }
    }

    /** The columns that were longer than what was written of them last. */
    List<String> truncated() {
        return lobs.truncated();
    }

    private void json(int index, JsonBytes out) {
        if (starts[index] == NULL_VALUE) {
            out.raw(NULL);
        } else {
            columns[index].json(source, starts[index], out);
        }
    }

    @Override
    public boolean text(int index, JsonBytes out) {
        if (starts[index] == NULL_VALUE) {
            return false;
        }
        columns[index].text(source, starts[index], out);
        return true;
    }

    /** Whether the message's column at {@code position} has another value in {@code other}, of the same table. */
    boolean differs(RowImage other, int position) {
        int index = outputs[position];
        if (index < 0) {
            return computed.differs(other.computed, ~index);
        }
        if (starts[index] == NULL_VALUE || other.starts[index] == NULL_VALUE) {
            return starts[index] != other.starts[index];
        }
        return !Arrays.equals(source, starts[index], ends[index], other.source, other.starts[index], other.ends[index]);
    }

    /**
     * Writes the text of the key: the value itself, or a JSON array where the key has several columns.
     *
     * @return false, having written nothing, where the only value of the key, or the computed one, is NULL
     */
    boolean writeKey(JsonBytes out) {
        if (computed.hasKey()) {
            byte @Nullable [] text = computed.key();
            if (text != null) {
                out.raw(text);
            }
            return text != null;
        }
        if (key.length == 1) {
            return text(key[0], out);
        }
        RowKey.begin(out);
        for (int position = 0; position < key.length; position++) {
            RowKey.separate(position, out);
            json(key[position], out);
        }
        RowKey.end(out);
        return true;
    }

    /** The key's value in the order of {@link LoadedRanges}; only where the structure has a range key. */
    long rangeKey() {
        int index = structure.primaryKey().get(0);
        long value = columns[index].integer(source, starts[index]);
        return LoadedRanges.ordered(value, structure.keyColumn().unsigned());
    }
}
