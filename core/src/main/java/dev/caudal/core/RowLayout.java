package dev.caudal.core;

import java.util.List;

/** The names of a table's columns as a row in JSON needs them: written once, used for every row. Immutable. */
public final class RowLayout {

    private final List<String> names;
    private final byte[][] prefixes;

    /**
     * The layout of a row.
     *
     * @param names the columns' names in the order of the table, at least one
     */
    public RowLayout(List<String> names) {
        this.names = List.copyOf(names);
        prefixes = new byte[names.size()][];
        for (int index = 0; index < prefixes.length; index++) {
            JsonBytes prefix = new JsonBytes(64);
            prefix.raw(index == 0 ? '{' : ',');
            if (index > 0) {
                prefix.raw(' ');
            }
            prefix.string(names.get(index));
            prefix.raw(':');
            prefix.raw(' ');
            prefixes[index] = prefix.toByteArray();
        }
    }

    /** The columns' names in the order of the table. */
    public List<String> names() {
        return names;
    }

    /** How many columns a row has. */
    public int size() {
        return prefixes.length;
    }

    /** Writes what stands before the value of the column at {@code index} (from 0): brace or comma, name, colon. */
    public void begin(int index, JsonBytes out) {
        out.raw(prefixes[index]);
    }

    /** Writes what stands behind the last value. */
    public void end(JsonBytes out) {
        out.raw('}');
    }
}
