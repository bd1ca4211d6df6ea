package dev.caudal.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database server that belongs to one test; its user may do everything. */
public interface TestDatabase extends AutoCloseable {
    /**
     * The server's address.
     *
     * @return a loopback address
     */
    default String host() {
        return "127.0.0.1";
    }

    /**
     * The server's port, the same after a restart.
     *
     * @return 1 to 65535
     */
    int port();

    /**
     * The login name.
     *
     * @return a user with all rights
     */
    default String user() {
        return "tester";
    }

    /**
     * The user's password.
     *
     * @return plain text
     */
    default String password() {
        return "tester's secret";
    }

    /** Ends the server by SIGKILL, as a crash would; {@link #restart()} brings it back. */
    void kill();

    /** Ends the server in order, when it runs, and starts it again on its data and port. */
    void restart();

    @Override
    void close();

    /**
     * A new connection without a chosen database.
     *
     * @return the caller closes it
     * @throws SQLException when the server refuses
     */
    default Connection connection() throws SQLException {
        // MySQL 9 checks passwords with its own RSA key when there is no TLS.
        var url =
                "jdbc:mariadb://%s:%d/?allowPublicKeyRetrieval=true&allowMultiQueries=false".formatted(host(), port());
        return DriverManager.getConnection(url, user(), password());
    }

    /**
     * Runs statements one after the other on a connection of their own, each committed by itself.
     *
     * @param statements SQL without closing semicolon
     */
    default void execute(String... statements) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /**
     * Asks for one value.
     *
     * @param sql a query with at least one row and column
     * @return the first column of the first row as text, {@code "NULL"} for NULL
     */
    default String value(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new AssertionError("No row: " + sql);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
