package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.List;

/**
 * The structure of a table at one position of the log.
 *
 * @param id the table
 * @param columns its columns in the order of the table
 * @param primaryKey the indexes (from 0) of the primary key's columns in the order of the key; empty without one
 */
record TableStructure(TableId id, List<Column> columns, List<Integer> primaryKey) {

    TableStructure {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }

    /** The index of a column, named in any case of letters; -1 where there is none. */
    int indexOf(String name) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equalsIgnoreCase(name)) {
                return index;
            }
        }
        return -1;
    }

    /** Whether the load may be cut into ranges of the key: Java orders whole numbers as the server does. */
    boolean hasRangeKey() {
        return primaryKey.size() == 1 && keyColumn().type().isInteger();
    }

    /** The only column of the key; call it where {@link #hasRangeKey}. */
    Column keyColumn() {
        return columns.get(primaryKey.get(0));
    }
}
