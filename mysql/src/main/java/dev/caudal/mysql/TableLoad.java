package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the full load of one table is. Immutable.
 *
 * @param number the load number, from 1; a load that had to start again has a higher one
 * @param loaded the keys that have been sent
 * @param rows rows of this load that have been sent
 * @param bytes bytes of their messages
 * @param followed whether the log has passed the state of every loaded row, so that {@code loaded} no longer matters
 * @param error why the table is suspended: neither loaded further nor followed; empty where it is not
 * @param columns the columns that are sent while changes of the structure are ignored; empty where none are
 * @param structure how the table is defined at the position in the log, as {@link TableDefinition} writes it, or
 *     {@link #GONE}; empty where that is not known
 */
record TableLoad(
        int number,
        LoadedRanges loaded,
        long rows,
        long bytes,
        boolean followed,
        String error,
        List<String> columns,
        String structure) {

    /** Stands for the definition of a table that is not there. */
    static final String GONE = "none";

    /** The first load of a table, before its first row. */
    static final TableLoad FIRST = new TableLoad(1, LoadedRanges.NONE, 0, 0, false, "", List.of(), "");

    /** Before anything is known of a table but its columns. */
    private static final TableLoad NONE = new TableLoad(0, LoadedRanges.NONE, 0, 0, false, "", List.of(), "");

    /** The state of a table that is captured without a load. */
    static final TableLoad NOT_WANTED = new TableLoad(0, LoadedRanges.NONE, 0, 0, true, "", List.of(), "");

    /** Copies the list. */
    TableLoad {
        columns = List.copyOf(columns);
    }

    /** What is known of a table of which only these columns are sent, and nothing yet. */
    static TableLoad notBegun(List<String> columns) {
        return NONE.sending(columns);
    }

    /** Whether nothing but columns is known. */
    boolean isNotBegun() {
        return number == 0 && !followed;
    }

    /** This load, of which only these columns are sent; all where there are none. */
    TableLoad sending(List<String> only) {
        return new TableLoad(number, loaded, rows, bytes, followed, error, only, structure);
    }

    /** This load, of a table that is defined so. */
    TableLoad structured(String definition) {
        return new TableLoad(number, loaded, rows, bytes, followed, error, columns, definition);
    }

    /** What is known of a table that is defined so, and nothing yet. */
    static TableLoad notBegun(String definition) {
        return NONE.structured(definition);
    }

    boolean complete() {
        return followed || loaded.complete();
    }

    /** This load, or another one that begins if it has another number. */
    TableLoad numbered(int other) {
        return other == number ? this : new TableLoad(other, LoadedRanges.NONE, 0, 0, false, "", columns, structure);
    }

    TableLoad with(LoadedRanges.Range range) {
        return new TableLoad(number, loaded.with(range), rows, bytes, false, error, columns, structure);
    }

    /** The next load of the table, from its first row. */
    TableLoad restarted() {
        return new TableLoad(number + 1, LoadedRanges.NONE, 0, 0, false, "", columns, structure);
    }

    /** With more rows sent. */
    TableLoad counting(long moreRows, long moreBytes) {
        return new TableLoad(number, loaded, rows + moreRows, bytes + moreBytes, followed, error, columns, structure);
    }

    TableLoad asFollowed() {
        return new TableLoad(number, LoadedRanges.NONE, rows, bytes, true, error, columns, structure);
    }

    /** This load, which goes no further. */
    TableLoad suspended(String why) {
        return new TableLoad(number, loaded, rows, bytes, followed, why, columns, structure);
    }

    boolean isSuspended() {
        return !error.isEmpty();
    }

    Map<String, Object> offset() {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put("load", (long) number);
        offset.put("loaded", loaded.toString());
        offset.put("followed", followed);
        offset.put("rows", rows);
        offset.put("bytes", bytes);
        if (isSuspended()) {
            offset.put("error", error);
        }
        if (!columns.isEmpty()) {
            offset.put(
                    "columns",
                    String.join(
                            ",",
                            columns.stream().map(SourceConnection::identifier).toList()));
        }
        if (!structure.isEmpty()) {
            offset.put("structure", structure);
        }
        return offset;
    }

    private static List<String> columns(String text) {
        SqlTokens tokens = new SqlTokens(text);
        List<String> names = new ArrayList<>();
        while (tokens.hasNext()) {
            SqlTokens.Token token = tokens.next();
            if (token.quoted()) {
                names.add(token.text());
            }
        }
        return names;
    }

    static TableLoad of(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset);
        return new TableLoad(
                (int) fields.number("load", 0),
                LoadedRanges.parse(fields.text("loaded", "")),
                fields.number("rows", 0),
                fields.number("bytes", 0),
                fields.flag("followed", false),
                fields.text("error", ""),
                columns(fields.text("columns", "")),
                fields.text("structure", ""));
    }
}
