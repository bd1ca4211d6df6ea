package dev.caudal.bench;

import java.util.List;
import java.util.Optional;

/**
 * What a connector is to do.
 *
 * @param name the connector's name, also the first part of its topics' names
 * @param part what is measured
 * @param tables the tables in the database {@code bench}
 * @param rows how many rows there are to deliver
 * @param from where in the log it starts, empty for its end (and for a load)
 */
record Job(String name, Part part, List<String> tables, long rows, Optional<LogMark> from) {
    /** The topics of rows, one for each table. */
    List<String> topics() {
        return tables.stream().map(table -> name + ".bench." + table).toList();
    }
}
