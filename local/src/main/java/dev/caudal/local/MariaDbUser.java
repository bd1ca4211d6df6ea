package dev.caudal.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The database user that a local MariaDB gets on its first start.
 *
 * @param name the login name
 * @param password its password, never printed
 * @param grants what it may do, each as SQL between {@code GRANT} and {@code TO}
 */
public record MariaDbUser(String name, String password, List<String> grants) {
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_]+");

    /** Copies the grants. */
    public MariaDbUser {
        grants = List.copyOf(grants);
    }

    /**
     * A user that may read the log, take consistent snapshots, and do as it likes in databases of its own.
     *
     * @param name the login name
     * @param password its password
     * @param databases names of letters, digits and underscores; they need not exist yet
     * @return the user
     */
    public static MariaDbUser capture(String name, String password, String... databases) {
        var grants = new ArrayList<String>();
        grants.add("SELECT, RELOAD, LOCK TABLES, BINLOG MONITOR, REPLICATION SLAVE ON *.*");
        for (var database : databases) {
            if (!DATABASE.matcher(database).matches()) {
                throw new IllegalArgumentException(
                        "Database name '%s' has other characters than letters, digits and underscores."
                                .formatted(database));
            }
            grants.add("ALL PRIVILEGES ON `%s`.*".formatted(database.replace("_", "\\_")));
        }
        return new MariaDbUser(name, password, grants);
    }

    /**
     * A user that may do everything, for tests.
     *
     * @param name the login name
     * @param password its password
     * @return the user
     */
    public static MariaDbUser administrator(String name, String password) {
        return new MariaDbUser(name, password, List.of("ALL PRIVILEGES ON *.*", "GRANT OPTION ON *.*"));
    }

    /**
     * The statements that create it.
     *
     * @return one per line, as the server's bootstrap mode wants them
     */
    public String sql() {
        var sql = new StringBuilder("FLUSH PRIVILEGES;\n");
        sql.append("CREATE USER %s IDENTIFIED BY %s;\n".formatted(account(), quoted(password)));
        for (var grant : grants) {
            sql.append("GRANT %s TO %s;\n".formatted(grant, account()));
        }
        return sql.toString();
    }

    @Override
    public String toString() {
        return "MariaDbUser[" + name + "]";
    }

    /** Any host: the server listens on the loopback address only. */
    private String account() {
        return quoted(name) + "@'%'";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
