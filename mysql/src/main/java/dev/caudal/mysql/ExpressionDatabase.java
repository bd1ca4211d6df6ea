package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * The SQLite database that evaluates the expressions of one version of a table: in memory, empty, and of that table
 * alone. For one thread; holds native memory until it is closed.
 */
final class ExpressionDatabase implements AutoCloseable {

    private static final int LONGEST_VALUE = 64 << 20;
    private static final int LONGEST_PATTERN = 256;

    private final Connection connection;

    private ExpressionDatabase(SQLiteConnection database) throws SQLException {
        connection = database;
        try {
            database.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            database.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
            database.setLimit(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN);
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /**
     * A database for a table.
     *
     * @throws SourceException if SQLite is not here
     */
    static ExpressionDatabase open(TableId table) {
        try {
            return new ExpressionDatabase(JDBC.createConnection("jdbc:sqlite::memory:", new Properties()));
        } catch (SQLException | LinkageError e) {
            throw SourceException.fatal(
                    "The expressions of " + table + " need SQLite, which cannot be loaded (" + e
                            + "). Put sqlite-jdbc beside the connector's other files, and let java.io.tmpdir permit programs.",
                    e);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
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
