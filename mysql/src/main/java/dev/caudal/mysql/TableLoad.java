package dev.caudal.mysql;

import java.util.LinkedHashMap;
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
 */
record TableLoad(int number, LoadedRanges loaded, long rows, long bytes, boolean followed, String error) {

    /** The first load of a table, before its first row. */
    static final TableLoad FIRST = new TableLoad(1, LoadedRanges.NONE, 0, 0, false, "");

    /** The state of a table that is captured without a load. */
    static final TableLoad NOT_WANTED = new TableLoad(0, LoadedRanges.NONE, 0, 0, true, "");

    boolean complete() {
        return followed || loaded.complete();
    }

    /** This load, or another one that begins if it has another number. */
    TableLoad numbered(int other) {
        return other == number ? this : new TableLoad(other, LoadedRanges.NONE, 0, 0, false, "");
    }

    TableLoad with(LoadedRanges.Range range) {
        return new TableLoad(number, loaded.with(range), rows, bytes, false, error);
    }

    /** The next load of the table, from its first row. */
    TableLoad restarted() {
        return new TableLoad(number + 1, LoadedRanges.NONE, 0, 0, false, "");
    }

    /** With more rows sent. */
    TableLoad counting(long moreRows, long moreBytes) {
        return new TableLoad(number, loaded, rows + moreRows, bytes + moreBytes, followed, error);
    }

    TableLoad asFollowed() {
        return new TableLoad(number, LoadedRanges.NONE, rows, bytes, true, error);
    }

    /** This load, which goes no further. */
    TableLoad suspended(String why) {
        return new TableLoad(number, loaded, rows, bytes, followed, why);
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
        return offset;
    }

    static TableLoad of(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset);
        return new TableLoad(
                (int) fields.number("load", 0),
                LoadedRanges.parse(fields.text("loaded", "")),
                fields.number("rows", 0),
                fields.number("bytes", 0),
                fields.flag("followed", false),
                fields.text("error", ""));
    }
}
