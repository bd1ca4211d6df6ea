package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several connections that see one state of the database, and the place of the log where that state is. Writers wait
 * only while the snapshots are opened.
 */
final class Epoch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Epoch.class);
    private static final int LOCK_ATTEMPTS = 12;

    private final List<SourceConnection> connections;
    private final SourceConnection control;
    private final Map<TableId, String> created;
    private final Catalog.LogEnd log;

    private Epoch(
            List<SourceConnection> connections,
            SourceConnection control,
            Map<TableId, String> created,
            Catalog.LogEnd log) {
        this.connections = connections;
        this.control = control;
        this.created = created;
        this.log = log;
    }

    /** Opens {@code count} connections on one state of {@code tables}. */
    static Epoch open(SourceConfig.Address address, int count, List<TableId> tables) {
        List<SourceConnection> connections = new ArrayList<>();
        SourceConnection control = SourceConnection.open(address);
        try {
            Map<TableId, String> created = new HashMap<>();
            tables.forEach(table -> created.put(table, new Catalog(control).created(table)));
            for (int index = 0; index < count; index++) {
                connections.add(SourceConnection.open(address));
            }
            lock(control, tables);
            for (SourceConnection connection : connections) {
                connection.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                connection.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            }
            Catalog.LogEnd log = new Catalog(connections.get(0)).logEnd();
            control.execute("UNLOCK TABLES");
            return new Epoch(connections, control, created, log);
        } catch (RuntimeException e) {
            control.close();
            connections.forEach(SourceConnection::close);
            throw e;
        }
    }

    private static void lock(SourceConnection control, List<TableId> tables) {
        Optional<SQLException> refusal = Optional.empty();
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            if (control.attempt("FLUSH TABLES WITH READ LOCK").isEmpty()) {
                return;
            }
            refusal = control.attempt("LOCK TABLES "
                    + String.join(", ", tables.stream().map(Epoch::readLock).toList()));
            if (refusal.isEmpty()) {
                return;
            }
            LOG.warn(
                    "Did not get the lock that a snapshot needs (attempt {}): {}",
                    attempt + 1,
                    refusal.get().getMessage());
        }
        throw SourceException.passing(
                "Neither FLUSH TABLES WITH READ LOCK nor LOCK TABLES was granted on " + control.address() + " in "
                        + LOCK_ATTEMPTS + " attempts of 5 s: "
                        + refusal.map(Throwable::getMessage).orElse("")
                        + ". GRANT RELOAD (or LOCK TABLES on the selected schemas), and end long transactions.",
                refusal.orElse(null));
    }

    private static String readLock(TableId table) {
        return tableName(table) + " READ";
    }

    /** A table as SQL. */
    static String tableName(TableId table) {
        return SourceConnection.identifier(table.schema()) + "." + SourceConnection.identifier(table.name());
    }

    List<SourceConnection> connections() {
        return connections;
    }

    /** Where in the log the state is that the connections see. */
    Catalog.LogEnd log() {
        return log;
    }

    /**
     * Reads nothing of a table, so that nobody can change it before the transaction ends or goes back, and looks whether it
     * is still the one of the snapshot. The server itself refuses a table that was made later; but one that was made before
     * and swapped in since, as tools for online changes do, it would show as it was at the snapshot: without its rows.
     *
     * @param connection one of this epoch, inside a savepoint
     * @throws SourceException for a time, if it is another table
     */
    void hold(SourceConnection connection, TableId table) {
        connection.query("SELECT 1 FROM " + tableName(table) + " LIMIT 0");
        String now;
        synchronized (control) {
            now = new Catalog(control).created(table);
        }
        if (!now.equals(created.get(table))) {
            throw SourceException.passing(
                    "The table " + table + " was replaced or altered while it was loaded; its load goes on anew.",
                    null);
        }
    }

    /** Ends what the connections are doing, from any thread. */
    void abort() {
        connections.forEach(SourceConnection::abort);
    }

    @Override
    public void close() {
        control.close();
        connections.forEach(SourceConnection::close);
    }
}
