package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * Which rows of one version of a table are sent: evaluates the filter in a SQLite database of its own, which is in
 * memory and empty. Both load and log give it values as the text of the message, so they agree on every row. For one
 * thread; holds native memory until it is closed.
 */
final class RowFilter implements AutoCloseable {

    private static final int LONGEST_VALUE = 64 << 20;
    private static final int LONGEST_PATTERN = 256;

    private final TableStructure structure;
    private final Expression expression;
    private final List<Integer> columns;
    private final Connection connection;
    private PreparedStatement statement;
    private final JsonBytes value = new JsonBytes(64);

    private RowFilter(TableStructure structure, Expression expression, List<Integer> columns) throws SQLException {
        this.structure = structure;
        this.expression = expression;
        this.columns = columns;
        SQLiteConnection database = JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
        connection = database;
        try {
            database.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            database.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
            database.setLimit(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN);
            statement = prepare();
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private PreparedStatement prepare() throws SQLException {
        return connection.prepareStatement("SELECT CASE WHEN (" + expression.sql() + ") THEN 1 ELSE 0 END");
    }

    /**
     * A filter of rows of a table.
     *
     * @throws SourceException if the table lacks a column of the expression, SQLite does not take it, or is not here
     */
    static RowFilter open(TableStructure structure, Expression expression) {
        List<Integer> columns = columns(structure, expression);
        try {
            return new RowFilter(structure, expression, columns);
        } catch (SQLException e) {
            throw SourceException.fatal(
                    "The filter of " + structure.id() + ", " + expression + ", cannot be used: " + e.getMessage()
                            + " Correct it (table.settings).",
                    e);
        } catch (LinkageError e) {
            throw SourceException.fatal(
                    "The filter of " + structure.id() + " needs SQLite, which cannot be loaded (" + e
                            + "). Put sqlite-jdbc beside the connector's other files, and let java.io.tmpdir permit programs.",
                    e);
        }
    }

    /** The indexes of the expression's columns, in its order. */
    static List<Integer> columns(TableStructure structure, Expression expression) {
        List<Integer> columns = new ArrayList<>();
        for (String name : expression.columns()) {
            int index = structure.indexOf(name);
            if (index < 0) {
                throw SourceException.fatal(
                        "The filter of " + structure.id() + ", " + expression + ", names the column " + name
                                + ", which the table does not have. Correct it (table.settings).");
            }
            columns.add(index);
        }
        return columns;
    }

    /**
     * Whether the row is sent; one for which the expression is NULL is not.
     *
     * @throws RowException if the expression fails for it
     */
    boolean accepts(RowValues row) {
        try {
            for (int number = 0; number < columns.size(); number++) {
                bind(number + 1, columns.get(number), row);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) != 0;
            }
        } catch (SQLException e) {
            prepareAgain();
            throw new RowException("The filter " + expression + " failed: " + e.getMessage(), e);
        }
    }

    /** The driver ends a statement that fails. */
    private void prepareAgain() {
        try {
            statement.close();
            statement = prepare();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite takes a filter no more that it took: " + e.getMessage(), e);
        }
    }

    private void bind(int number, int index, RowValues row) throws SQLException {
        value.clear();
        if (!row.text(index, value)) {
            statement.setObject(number, null);
            return;
        }
        String text = value.toString();
        switch (structure.columns().get(index).type()) {
            case TINYINT, SMALLINT, MEDIUMINT, INT, BIGINT, YEAR -> bindInteger(number, text);
            case DECIMAL, FLOAT, DOUBLE -> statement.setDouble(number, Double.parseDouble(text));
            case BOOLEAN -> statement.setInt(number, text.equals("true") ? 1 : 0);
            case CHAR, VARCHAR, TEXT, DATE, TIME, DATETIME, TIMESTAMP, ENUM, SET, BIT ->
                statement.setString(number, text);
        }
    }

    /** SQLite's whole numbers have a sign; larger ones are as exact as a double. */
    private void bindInteger(int number, String text) throws SQLException {
        try {
            statement.setLong(number, Long.parseLong(text));
        } catch (NumberFormatException e) {
            statement.setDouble(number, Double.parseDouble(text));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory was not closed: " + e.getMessage(), e);
        }
    }
}
