package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how a table is defined at a place of the log, by the definition that it has now: that is the same one where the log
 * has no statement about the table from there on. Blocks while it reads the log up to its present end.
 */
final class PresentTables implements StructureHistory.Present {

    private static final Logger LOG = LoggerFactory.getLogger(PresentTables.class);

    private final SourceConfig.Address address;

    PresentTables(SourceConfig.Address address) {
        this.address = address;
    }

    /** What is so now, and up to where in the log. */
    private record Held<T>(Optional<T> what, BinlogCoordinate end) {}

    @Override
    public TableDefinition definition(TableId table, BinlogCoordinate place, NameCase names)
            throws InterruptedException {
        Held<TableDefinition> held = held(table);
        LOG.info("Looking whether {} was changed between {} and {}", table, place, held.end());
        changedBy(place, held.end(), query -> changes(query, table, names)).ifPresent(sql -> {
            throw unknown(table, place, "the definition that it had then was changed later by '" + sql + "'");
        });
        return held.what().orElseThrow(() -> unknown(table, place, "the table is no longer there"));
    }

    private static boolean changes(QueryEvent query, TableId table, NameCase names) {
        return query.isTableDefinition()
                && DdlStatement.of(query, names).kind(table).isPresent()
                && !AlterTable.isNeutral(query);
    }

    @Override
    public Optional<String> schemaCharset(String schema, BinlogCoordinate place) throws InterruptedException {
        Held<String> held = heldCharset(schema);
        boolean changed = changedBy(
                        place,
                        held.end(),
                        query -> SchemaStatement.schema(query)
                                .filter(schema::equalsIgnoreCase)
                                .isPresent())
                .isPresent();
        return changed ? Optional.empty() : held.what();
    }

    private Held<String> heldCharset(String schema) {
        try (SourceConnection connection = SourceConnection.open(address)) {
            Catalog catalog = new Catalog(connection);
            Optional<String> before = catalog.charset(schema);
            BinlogCoordinate end = catalog.logEnd().at();
            return new Held<>(catalog.charset(schema).equals(before) ? before : Optional.empty(), end);
        }
    }

    /** The first statement of a kind from a place on. */
    private Optional<String> changedBy(BinlogCoordinate place, BinlogCoordinate end, Predicate<QueryEvent> changes)
            throws InterruptedException {
        StatementSearch search = new StatementSearch(changes, place, end);
        if (place.compareTo(end) < 0) {
            LogConnection.look(address, place, search);
        }
        return search.found;
    }

    private static SourceException unknown(TableId table, BinlogCoordinate place, String why) {
        return SourceException.fatal("At " + place + " the log has rows of " + table
                + " without the names of its columns, and " + why
                + ". SET GLOBAL binlog_row_metadata = FULL, then reload the table.");
    }

    private Held<TableDefinition> held(TableId table) {
        try (SourceConnection connection = SourceConnection.open(address)) {
            connection.execute("START TRANSACTION READ ONLY");
            hold(connection, table);
            Catalog catalog = new Catalog(connection);
            BinlogCoordinate end = catalog.logEnd().at();
            return new Held<>(catalog.logged(table), end);
        }
    }

    /** Nobody can change a table that a transaction has read, and nobody has it half changed. */
    private static void hold(SourceConnection connection, TableId table) {
        connection
                .attempt("SELECT 1 FROM " + Epoch.tableName(table) + " LIMIT 0")
                .filter(refusal -> !Catalog.MISSING.contains(refusal.getErrorCode()))
                .ifPresent(refusal -> {
                    throw connection.failed("SELECT 1 FROM " + Epoch.tableName(table), refusal);
                });
    }

    /**
     * A place in the log and the definitions of tables there.
     *
     * @param end the present end of the log
     * @param definitions by table; empty for one that is not there, and no entries where the log has them itself
     */
    record Start(Catalog.LogEnd end, Map<TableId, Optional<TableDefinition>> definitions) {}

    /** The present end of the log. What is the same before and behind it is so there, too. */
    Start start(Collection<TableId> tables) {
        try (SourceConnection connection = SourceConnection.open(address)) {
            Catalog catalog = new Catalog(connection);
            if (catalog.logsNames()) {
                return new Start(catalog.logEnd(), Map.of());
            }
            Map<TableId, Optional<TableDefinition>> before = new HashMap<>();
            tables.forEach(table -> before.put(table, catalog.logged(table)));
            Catalog.LogEnd end = catalog.logEnd();
            connection.execute("START TRANSACTION READ ONLY");
            for (TableId table : tables) {
                hold(connection, table);
                if (!catalog.logged(table).equals(before.get(table))) {
                    throw changed(table);
                }
            }
            return new Start(end, before);
        }
    }

    static SourceException changed(TableId table) {
        return SourceException.passing("The table " + table + " was changed while the task began with it.", null);
    }

    /** Reads on to the end, or to the first such statement. */
    private static final class StatementSearch implements LogConnection.StreamReader {

        private final Predicate<QueryEvent> wanted;
        private final BinlogCoordinate from;
        private final BinlogCoordinate end;
        private Optional<String> found = Optional.empty();

        StatementSearch(Predicate<QueryEvent> wanted, BinlogCoordinate from, BinlogCoordinate end) {
            this.wanted = wanted;
            this.from = from;
            this.end = end;
        }

        @Override
        public void read(InputStream stream) throws IOException, InterruptedException {
            try (LogEvents log = new LogEvents(stream, from)) {
                while (found.isEmpty() && (log.isInside() || log.place().compareTo(end) < 0)) {
                    LogConnection.goOn();
                    log.next();
                    if (log.type() == LogEvent.ROTATE) {
                        log.rotation().ifPresent(log::moveTo);
                    } else if (log.type() == LogEvent.QUERY) {
                        found = Optional.of(QueryEvent.parse(log.source(), log.body(), log.bodyEnd()))
                                .filter(wanted)
                                .map(QueryEvent::sql);
                    }
                }
            }
        }
    }
}
