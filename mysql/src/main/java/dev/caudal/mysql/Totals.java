package dev.caudal.mysql;

import java.util.Map;
import java.util.Set;

/**
 * How many rows and statements of each kind, since a task was created or in one batch. Immutable.
 *
 * @param loaded rows of full loads
 * @param inserts rows inserted
 * @param updates rows updated
 * @param deletes rows deleted
 * @param ddl statements that may change the definition of a selected table
 * @param dataErrors rows that could not be sent
 */
public record Totals(long loaded, long inserts, long updates, long deletes, long ddl, long dataErrors) {

    /** Nothing yet. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0);

    private static final String LOADED = "loadedRows";
    private static final String INSERTS = "inserts";
    private static final String UPDATES = "updates";
    private static final String DELETES = "deletes";
    private static final String DDL = "ddl";
    private static final String DATA_ERRORS = "dataErrors";

    /** These and those together. */
    public Totals plus(Totals more) {
        return new Totals(
                loaded + more.loaded,
                inserts + more.inserts,
                updates + more.updates,
                deletes + more.deletes,
                ddl + more.ddl,
                dataErrors + more.dataErrors);
    }

    boolean isNone() {
        return equals(NONE);
    }

    void addTo(Map<String, Object> offset) {
        offset.put(LOADED, loaded);
        offset.put(INSERTS, inserts);
        offset.put(UPDATES, updates);
        offset.put(DELETES, deletes);
        offset.put(DDL, ddl);
        offset.put(DATA_ERRORS, dataErrors);
    }

    static void removeFrom(Map<String, Object> offset) {
        offset.keySet().removeAll(Set.of(LOADED, INSERTS, UPDATES, DELETES, DDL, DATA_ERRORS));
    }

    /** As an offset has them; one that is older than they are, or written by hand, starts from 0. */
    static Totals of(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset);
        return new Totals(
                fields.number(LOADED, 0),
                fields.number(INSERTS, 0),
                fields.number(UPDATES, 0),
                fields.number(DELETES, 0),
                fields.number(DDL, 0),
                fields.number(DATA_ERRORS, 0));
    }
}
