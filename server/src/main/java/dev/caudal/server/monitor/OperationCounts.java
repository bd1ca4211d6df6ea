package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many rows and statements, since a task was created.
 *
 * @param loaded rows of full loads
 * @param inserts rows inserted
 * @param updates rows updated
 * @param deletes rows deleted
 * @param ddl statements that may change the definition of a table
 * @param dataErrors rows that could not be sent
 */
public record OperationCounts(long loaded, long inserts, long updates, long deletes, long ddl, long dataErrors) {

    /** Nothing yet. */
    public static final OperationCounts NONE = new OperationCounts(0, 0, 0, 0, 0, 0);

    static OperationCounts of(JsonNode json) {
        return new OperationCounts(
                json.path("loaded").asLong(),
                json.path("inserts").asLong(),
                json.path("updates").asLong(),
                json.path("deletes").asLong(),
                json.path("ddl").asLong(),
                json.path("dataErrors").asLong());
    }

    /**
     * Inserts, updates, deletes and statements together.
     *
     * @return how many
     */
    public long changes() {
        return inserts + updates + deletes + ddl;
    }

    /**
     * What these have more than earlier ones; nothing where a task of the same name was made anew.
     *
     * @param earlier the earlier ones
     * @return no count is below 0
     */
    public OperationCounts since(OperationCounts earlier) {
        return new OperationCounts(
                Math.max(0, loaded - earlier.loaded),
                Math.max(0, inserts - earlier.inserts),
                Math.max(0, updates - earlier.updates),
                Math.max(0, deletes - earlier.deletes),
                Math.max(0, ddl - earlier.ddl),
                Math.max(0, dataErrors - earlier.dataErrors));
    }
}
