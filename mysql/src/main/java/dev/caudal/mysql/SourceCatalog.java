package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.List;

/** A connection to a source that tells what tables there are. Views and the server's own schemas are left out. For one thread. */
public final class SourceCatalog implements AutoCloseable {

    private static final String OWN = "('information_schema', 'mysql', 'performance_schema', 'sys')";

    private final SourceConnection connection;

    private SourceCatalog(SourceConnection connection) {
        this.connection = connection;
    }

    /**
     * A table as somebody sees it who selects tables.
     *
     * @param id schema and name
     * @param columns in their order
     * @param key the columns of the primary key, in its order
     * @param engine the storage engine
     * @param estimate about how many rows it has, as the server estimates
     * @param warnings what will not work, or not well
     */
    public record Table(
            TableId id, List<Column> columns, List<String> key, String engine, long estimate, List<String> warnings) {}

    /**
     * A column.
     *
     * @param name its name
     * @param type its type as the server prints it, for example {@code int(10) unsigned}
     * @param nullable whether it may be NULL
     */
    public record Column(String name, String type, boolean nullable) {}

    /**
     * Connects, waiting at most 10 s.
     *
     * @return to be closed by the caller
     * @throws SourceException if that cannot be
     */
    public static SourceCatalog open(SourceConfig.Address address) {
        return new SourceCatalog(SourceConnection.open(address));
    }

    /** The schemas that the user may see, by name. */
    public List<String> schemas() {
        return connection
                .query("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN " + OWN
                        + " ORDER BY schema_name")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** All tables that the user may see, by schema and name. Opens none of them, so that thousands take no time. */
    public List<TableId> tables() {
        return connection
                .query("SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema NOT IN " + OWN
                        + " AND table_type = 'BASE TABLE'")
                .stream()
                .map(row -> new TableId(row.get(0), row.get(1)))
                .sorted()
                .toList();
    }

    /**
     * One table.
     *
     * @throws SourceException if there is none that the user may see
     */
    public Table table(TableId id) {
        List<List<String>> rows = connection.query(
                "SELECT column_name, column_type, is_nullable FROM information_schema.columns WHERE table_schema = "
                        + SourceConnection.text(id.schema()) + " AND table_name = " + SourceConnection.text(id.name())
                        + " ORDER BY ordinal_position");
        Catalog catalog = new Catalog(connection);
        String engine = catalog.engine(id).orElse("");
        if (rows.isEmpty() || engine.isEmpty()) {
            throw SourceException.fatal("There is no table " + id + " on " + connection.address()
                    + " that the user may see. " + catalog.otherwise(id, "Create it, or GRANT SELECT on it."));
        }
        List<Column> columns = rows.stream()
                .map(row -> new Column(row.get(0), row.get(1), row.get(2).equals("YES")))
                .toList();
        List<String> key = key(id);
        return new Table(id, columns, key, engine, catalog.estimatedRows(id), warnings(catalog, id, key, engine));
    }

    @Override
    public void close() {
        connection.close();
    }

    private List<String> key(TableId id) {
        return connection
                .query("SELECT column_name FROM information_schema.key_column_usage WHERE table_schema = "
                        + SourceConnection.text(id.schema()) + " AND table_name = " + SourceConnection.text(id.name())
                        + " AND constraint_name = 'PRIMARY' ORDER BY ordinal_position")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static List<String> warnings(Catalog catalog, TableId id, List<String> key, String engine) {
        List<String> warnings = new ArrayList<>();
        if (!engine.equalsIgnoreCase("InnoDB")) {
            warnings.add("It uses the engine " + engine + ", which has no snapshots: ALTER TABLE " + Epoch.tableName(id)
                    + " ENGINE=InnoDB;");
        }
        if (key.isEmpty()) {
            warnings.add("It has no primary key: messages have no key, and a load that is cut off begins anew.");
        }
        try {
            catalog.structure(id);
        } catch (SourceException e) {
            warnings.add(String.valueOf(e.getMessage()));
        }
        return warnings;
    }
}
