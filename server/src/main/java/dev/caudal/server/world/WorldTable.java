package dev.caudal.server.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;

/**
 * The rows of one table of the demo's database.
 *
 * @param name the table's name
 * @param columns the columns' names, in the table's order
 * @param rows one field per column, as text; {@link #NULL} stands for SQL's {@code NULL}
 */
record WorldTable(String name, List<String> columns, List<List<String>> rows) {
    /** What a field without a value holds. */
    static final String NULL = "\\N";

    private static final int ROWS_PER_STATEMENT = 500;

    WorldTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Cannot read table %s: row %s has %d fields. The table has %d columns."
                                .formatted(name, row, row.size(), columns.size()));
            }
        }
    }

    /**
     * Inserts all rows, hundreds with each statement: the same few round trips on MariaDB and MySQL, whatever the
     * driver does with batches.
     *
     * @param connection whose current database has the table; committing is left to the caller
     * @throws SQLException if the server refuses a row
     */
    void insertInto(Connection connection) throws SQLException {
        for (int start = 0; start < rows.size(); start += ROWS_PER_STATEMENT) {
            List<List<String>> chunk = rows.subList(start, Math.min(start + ROWS_PER_STATEMENT, rows.size()));
            try (PreparedStatement statement = connection.prepareStatement(insertOf(chunk.size()))) {
                bind(statement, chunk);
                statement.executeUpdate();
            }
        }
    }

    private String insertOf(int count) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES "
                + String.join(", ", Collections.nCopies(count, row));
    }

    private static void bind(PreparedStatement statement, List<List<String>> chunk) throws SQLException {
        int parameter = 0;
        for (List<String> row : chunk) {
            for (String field : row) {
                parameter++;
                if (field.equals(NULL)) {
                    statement.setNull(parameter, Types.VARCHAR);
                } else {
                    statement.setString(parameter, field);
                }
            }
        }
    }
}
