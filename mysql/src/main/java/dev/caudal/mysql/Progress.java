package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.List;
import java.util.Optional;

/** What becomes true when a batch has been delivered; saved in the same Kafka transaction. */
sealed interface Progress {

    /** The log has been delivered up to {@code position}. */
    record Log(LogPosition position) implements Progress {}

    /** A load of the table has begun. */
    record LoadStarted(TableId table, TableLoad load) implements Progress {}

    /** The rows of {@code range} are delivered. */
    record Loaded(TableId table, int load, LoadedRanges.Range range) implements Progress {}

    /** The table goes no further until somebody loads it again. */
    record Suspended(TableId table, String reason) implements Progress {}

    /** The log has passed the state of every loaded row of the table. */
    record Followed(TableId table) implements Progress {}

    /** Only these columns of the table are sent from now on; all where there are none. */
    record Sending(TableId table, List<String> columns) implements Progress {}

    /** The table is defined so from here on, as {@link TableLoad#structure}. */
    record Structured(TableId table, String definition) implements Progress {

        /** What is known for sure; a table that is not there has no definition. */
        static Structured of(TableId table, Optional<TableDefinition> definition) {
            return new Structured(
                    table, definition.map(TableDefinition::toString).orElse(TableLoad.GONE));
        }
    }

    /** A table that is not captured is defined so from here on; it may take the place of one that is. Empty: forget it. */
    record Copied(TableId table, String definition) implements Progress {}

    /** The log goes on elsewhere: what was known of tables that are not captured is so no longer. */
    record CopiesForgotten() implements Progress {}

    /** The log has passed a statement that may change the definition of a selected table. */
    record Defined() implements Progress {}
}
