package dev.caudal.mysql;

import dev.caudal.core.TableId;
import dev.caudal.mysql.Preflight.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which rights a user lacks. What can be tried is tried; only the right to read the log is looked up. */
final class PreflightGrants {

    private static final int TABLE_MISSING = 1146;

    private final SourceConnection connection;
    private final String user;

    PreflightGrants(SourceConnection connection) {
        this.connection = connection;
        String account = connection.value("SELECT CURRENT_USER()");
        int at = account.lastIndexOf('@');
        this.user = SourceConnection.text(account.substring(0, at)) + "@"
                + SourceConnection.text(account.substring(at + 1));
    }

    /** Whether the table can be read, or is not there. */
    boolean mayRead(TableId table) {
        return readRefusal(table).isEmpty();
    }

    private Optional<SQLException> readRefusal(TableId table) {
        return connection
                .attempt("SELECT 1 FROM " + Epoch.tableName(table) + " LIMIT 0")
                .filter(refusal -> refusal.getErrorCode() != TABLE_MISSING);
    }

    List<Finding> findings(SourceConfig config) {
        List<Finding> findings = new ArrayList<>();
        for (TableId table : config.tables()) {
            readRefusal(table)
                    .ifPresent(refusal -> findings.add(missing(
                            "read the table " + table + ": " + refusal.getMessage(),
                            "SELECT",
                            Epoch.tableName(table))));
        }
        if (connection
                .attempt("SHOW BINARY LOGS")
                .filter(PreflightGrants::isDenied)
                .isPresent()) {
            String right = connection.isMariaDb() ? "BINLOG MONITOR" : "REPLICATION CLIENT";
            findings.add(missing("see where the log is", right, "*.*"));
        }
        if (config.applyChanges() && !holds("REPLICATION SLAVE") && !holds("REPLICATION REPLICA")) {
            findings.add(missing("read the log", "REPLICATION SLAVE", "*.*"));
        }
        if (config.fullLoad() && !holds("RELOAD") && !mayLock(config.tables())) {
            findings.add(missing("take the short lock that a snapshot needs", "RELOAD", "*.*"));
        }
        return findings;
    }

    private static boolean isDenied(SQLException refusal) {
        return "42000".equals(refusal.getSQLState()) && refusal.getErrorCode() != 1064;
    }

    private Finding missing(String what, String right, String on) {
        return Finding.error(
                "The user " + user + " may not " + what + ".", "GRANT " + right + " ON " + on + " TO " + user + ";");
    }

    private boolean mayLock(List<TableId> tables) {
        return holds("LOCK TABLES")
                || tables.stream()
                        .allMatch(table -> !connection
                                .query("SELECT 1 FROM information_schema.schema_privileges WHERE privilege_type ="
                                        + " 'LOCK TABLES' AND " + SourceConnection.text(table.schema())
                                        + " LIKE table_schema")
                                .isEmpty());
    }

    private boolean holds(String right) {
        return connection.query("SHOW GRANTS").stream()
                .map(row -> row.get(0))
                .filter(grant -> grant.contains(" ON *.* "))
                .map(grant -> grant.substring(0, grant.indexOf(" ON *.* ")))
                .anyMatch(rights -> rights.equals("GRANT ALL PRIVILEGES")
                        || List.of(rights.substring("GRANT ".length()).split(", "))
                                .contains(right));
    }
}
