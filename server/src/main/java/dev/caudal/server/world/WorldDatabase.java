package dev.caudal.server.world;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The demo's database {@code world}: countries, their cities and languages, in the tables of MySQL's sample database
 * of that name. Its rows come with the platform; {@code docs/demo-data.md} says from where.
 */
public final class WorldDatabase {
    private static final String NAME = "world";

    private WorldDatabase() {}

    /**
     * Creates the database and loads its rows in one transaction. <b>A database {@code world} that is already there is
     * dropped</b>, so call this on the demo's own server only.
     *
     * @param connection to a MariaDB or MySQL server, by a user that may create databases; used by this thread alone
     *     until the call returns. Afterwards {@code world} is its current database, and it commits as it did before.
     * @throws SQLException if the server refuses a statement; the database may then exist with empty tables
     */
    public static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME);
            statement.execute("CREATE DATABASE " + NAME + " CHARACTER SET utf8mb4");
            connection.setCatalog(NAME);
            for (String definition : WorldFiles.schema()) {
                statement.execute(definition);
            }
        }
        load(connection);
    }

    /**
     * Whether {@link #create} has come to its end on this server.
     *
     * @param connection to the server; used by this thread alone until the call returns
     * @return whether all tables of {@code world} are there and were filled
     * @throws SQLException if the server refuses the question
     */
    public static boolean isFilled(Connection connection) throws SQLException {
        int tables = 0;
        try (Statement statement = connection.createStatement()) {
            for (String table : rowCounts().keySet()) {
                try (ResultSet known =
                        statement.executeQuery("SELECT 1 FROM information_schema.tables WHERE table_schema = '" + NAME
                                + "' AND table_name = '" + table + "'")) {
                    tables += known.next() ? 1 : 0;
                }
            }
            if (tables < rowCounts().size()) {
                return false;
            }
            // All rows are loaded in one transaction; no scenario deletes languages.
            try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + NAME + ".countrylanguage LIMIT 1")) {
                return row.next();
            }
        }
    }

    /**
     * Says how many rows {@link #create} loads, without a connection.
     *
     * @return number of rows by table name, in the order in which the tables are loaded
     */
    public static Map<String, Integer> rowCounts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (WorldTable table : WorldFiles.tables()) {
            counts.put(table.name(), table.rows().size());
        }
        return counts;
    }

    private static void load(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            for (WorldTable table : WorldFiles.tables()) {
                table.insertInto(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
