package dev.caudal.bench;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.MariaDbUser;
import dev.caudal.local.Port;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database that all engines read. Its rows and its log are kept for the next run with the same settings. */
final class BenchDatabase implements AutoCloseable {
    /** The table that is written to while latency is measured. */
    static final String LIVE = "city_live";

    private static final List<String> OPTIONS = List.of(
            "--innodb-buffer-pool-size=512M",
            "--innodb-log-file-size=256M",
            "--innodb-flush-log-at-trx-commit=0",
            "--sync-binlog=0",
            "--max-binlog-size=1G");

    private final LocalMariaDb server;

    private BenchDatabase(LocalMariaDb server) {
        this.server = server;
    }

    /** Starts the server; its programs are unpacked into {@code programs}. */
    static BenchDatabase start(LocalDirectory folder, Path programs) {
        var user = MariaDbUser.administrator("bench", "bench");
        return new BenchDatabase(
                LocalMariaDb.start(folder, new LocalMariaDb.Settings(Port.any(), user, programs, OPTIONS)));
    }

    /** Makes the tables that are loaded, unless they are there. */
    void fill(Shape shape) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (made(statement, "rows").equals(shape.toString())) {
                return;
            }
            statement.execute("SET sql_log_bin = 0");
            for (var table : shape.names()) {
                statement.execute("DROP TABLE IF EXISTS bench." + table);
                statement.execute(shape.definition(table));
                statement.execute(shape.filling(table));
            }
            note(statement, "rows", shape.toString());
        }
    }

    /** Fills the log with {@code events} changes, unless it has them; returns where they start. */
    LogMark fillLog(int events) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (!made(statement, "changes").equals(Integer.toString(events))) {
                createEmpty(statement, Backlog.TABLE);
                statement.execute("FLUSH BINARY LOGS");
                var mark = here(statement);
                new Backlog(statement).write(events);
                note(statement, "file", mark.file());
                note(statement, "offset", Long.toString(mark.offset()));
                note(statement, "gtid", mark.gtid());
                note(statement, "changes", Integer.toString(events));
            }
            return new LogMark(
                    made(statement, "file"), Long.parseLong(made(statement, "offset")), made(statement, "gtid"));
        }
    }

    /** Makes the table for measuring latency, empty. */
    void emptyLive() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            createEmpty(statement, LIVE);
        }
    }

    private static void createEmpty(Statement statement, String table) throws SQLException {
        statement.execute("CREATE DATABASE IF NOT EXISTS bench CHARACTER SET utf8mb4");
        statement.execute("DROP TABLE IF EXISTS bench." + table);
        statement.execute(new Shape(1, 0, Shape.CITY, 0).definition(table));
    }

    private static LogMark here(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SHOW MASTER STATUS")) {
            rows.next();
            return new LogMark(rows.getString(1), rows.getLong(2), value(statement, "SELECT @@gtid_binlog_pos"));
        }
    }

    /** What was made earlier; an empty text if nothing. */
    private static String made(Statement statement, String what) throws SQLException {
        statement.execute("CREATE DATABASE IF NOT EXISTS bench CHARACTER SET utf8mb4");
        statement.execute("CREATE TABLE IF NOT EXISTS bench.made (what VARCHAR(20) PRIMARY KEY, how VARCHAR(500))");
        return value(statement, "SELECT COALESCE(MAX(how), '') FROM bench.made WHERE what = '" + what + "'");
    }

    private static void note(Statement statement, String what, String how) throws SQLException {
        statement.execute("REPLACE INTO bench.made VALUES ('%s', '%s')".formatted(what, how));
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (var rows = statement.getConnection().createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A new connection, in no database. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(""), server.user().name(), server.user().password());
    }

    /** The server's port on the loopback address. */
    int port() {
        return server.port();
    }

    /** Who may do everything. */
    MariaDbUser user() {
        return server.user();
    }

    /** The server's process. */
    long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.stop();
    }
}
