package dev.caudal.mysql;

import dev.caudal.core.TableId;
import dev.caudal.mysql.Preflight.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rights a user lacks. What can be tried is tried; the rights to read the log and to lock are looked up, among the
 * user's own and those of the roles that are active after a login.
 */
final class PreflightGrants {

    private final SourceConnection connection;
    private final String user;
    private final List<Grant> grants;

    PreflightGrants(SourceConnection connection) {
        this.connection = connection;
        String account = connection.value("SELECT CURRENT_USER()");
        int at = account.lastIndexOf('@');
        this.user = SourceConnection.text(account.substring(0, at)) + "@"
                + SourceConnection.text(account.substring(at + 1));
        this.grants = connection.query("SHOW GRANTS").stream()
                .flatMap(row -> Grant.parse(row.get(0)).stream())
                .toList();
    }

    /** Whether the table can be read, or is not there. */
    boolean mayRead(TableId table) {
        return readRefusal(table).isEmpty();
    }

    /** All columns: the right to read some of them would do for a query that names none. */
    private Optional<SQLException> readRefusal(TableId table) {
        return connection
                .attempt("SELECT * FROM " + Epoch.tableName(table) + " LIMIT 0")
                .filter(refusal -> !Catalog.MISSING.contains(refusal.getErrorCode()));
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
        return tables.stream()
                .allMatch(table ->
                        grants.stream().anyMatch(grant -> grant.gives("LOCK TABLES") && covers(grant, table.schema())));
    }

    /** The server knows how its patterns match. */
    private boolean covers(Grant grant, String schema) {
        return grant.isGlobal()
                || grant.schemaPattern()
                        .map(pattern -> connection.value(
                                "SELECT " + SourceConnection.text(schema) + " LIKE " + SourceConnection.text(pattern)))
                        .filter("1"::equals)
                        .isPresent();
    }

    private boolean holds(String right) {
        return grants.stream().anyMatch(grant -> grant.isGlobal() && grant.gives(right));
    }
}
