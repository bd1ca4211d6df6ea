package dev.caudal.mysql;

import dev.caudal.core.Operation;
import dev.caudal.core.TableId;

/**
 * A row that is not sent, and why. Immutable.
 *
 * @param table the table of the row
 * @param operation what happened to the row
 * @param load the load number of the table where this is a row of the full load, else 0
 * @param position where the change is in the log, as {@code streamPosition} of messages; of a loaded row the place of the
 *     log as of which it was read
 * @param key the columns of the primary key with their values, for people; empty where the table has none
 * @param row the columns of the table that go into messages, by the source's names, as a JSON object of texts; long ones
 *     are cut
 * @param reason what failed, in one sentence
 * @param suspends whether its table is suspended for it
 */
public record DataError(
        TableId table,
        Operation operation,
        int load,
        String position,
        String key,
        String row,
        String reason,
        boolean suspends) {

    DataError suspending() {
        return new DataError(table, operation, load, position, key, row, reason, true);
    }

    /** About how many bytes it takes in the queue and in a batch. */
    int size() {
        return 2 * row.length() + 512;
    }

    /** Which row, and why. */
    @Override
    public String toString() {
        return "The " + operation + " of a row of " + table + (key.isEmpty() ? "" : " (" + key + ")") + " at "
                + position + " cannot be sent. " + reason;
    }
}
