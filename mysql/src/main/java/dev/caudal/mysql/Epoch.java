package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
    private final Catalog.LogEnd log;

    private Epoch(List<SourceConnection> connections, Catalog.LogEnd log) {
        this.connections = connections;
        this.log = log;
    }

    /** Opens {@code count} connections on one state of {@code tables}. */
    static Epoch open(SourceConfig.Address address, int count, List<TableId> tables) {
        List<SourceConnection> connections = new ArrayList<>();
        try (SourceConnection control = SourceConnection.open(address)) {
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
            return new Epoch(connections, log);
        } catch (RuntimeException e) {
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

    /** Ends what the connections are doing, from any thread. */
    void abort() {
        connections.forEach(SourceConnection::abort);
    }

    @Override
    public void close() {
        connections.forEach(SourceConnection::close);
    }
}
