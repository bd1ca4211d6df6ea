package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.sql.SQLException;

/** The values of a row of a table, wherever it was read. */
interface RowValues {

    /**
     * Writes the value of the table's column at {@code index} as bare text.
     *
     * @return false, having written nothing, where it is NULL
     */
    boolean text(int index, JsonBytes out) throws SQLException;
}
