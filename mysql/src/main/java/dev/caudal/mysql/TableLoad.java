package dev.caudal.mysql;

import java.util.Map;

/**
 * How far the full load of one table is. Immutable.
 *
 * @param number the load number, from 1; a load that had to start again has a higher one
 * @param loaded the keys that have been sent
 * @param followed whether the log has passed the state of every loaded row, so that {@code loaded} no longer matters
 */
record TableLoad(int number, LoadedRanges loaded, boolean followed) {

    /** The first load of a table, before its first row. */
    static final TableLoad FIRST = new TableLoad(1, LoadedRanges.NONE, false);

    /** The state of a table that is captured without a load. */
    static final TableLoad NOT_WANTED = new TableLoad(0, LoadedRanges.NONE, true);

    boolean complete() {
        return followed || loaded.complete();
    }

    /** This load, or another one that begins if it has another number. */
    TableLoad numbered(int other) {
        return other == number ? this : new TableLoad(other, LoadedRanges.NONE, false);
    }

    TableLoad with(LoadedRanges.Range range) {
        return new TableLoad(number, loaded.with(range), false);
    }

    /** The next load of the table, from its first row. */
    TableLoad restarted() {
        return new TableLoad(number + 1, LoadedRanges.NONE, false);
    }

    TableLoad asFollowed() {
        return new TableLoad(number, LoadedRanges.NONE, true);
    }

    Map<String, Object> offset() {
        return Map.of("load", (long) number, "loaded", loaded.toString(), "followed", followed);
    }

    static TableLoad of(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset);
        return new TableLoad(
                (int) fields.number("load", 0),
                LoadedRanges.parse(fields.text("loaded", "")),
                fields.flag("followed", false));
    }
}
