package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.TableId;
import dev.caudal.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Statements as people and tools write them: what is understood of each is what the server made of it. */
abstract class DefinedTablesContract {

    abstract TestDatabase server();

    /** Of each line a statement; all follow each other. */
    abstract List<String> resources();

    /** What the server says after a statement. */
    private record Step(String sql, BinlogCoordinate end, Map<TableId, Optional<TableDefinition>> tables) {}

    @Test
    void after_each_statement_tables_are_defined_as_the_server_says() throws Exception {
        SourceConfig.Address address = SourceSettings.of(server(), "hist.t").address();
        try (SourceConnection connection = SourceConnection.open(address)) {
            Catalog catalog = new Catalog(connection);
            for (String resource : resources()) {
                Servers.create(server(), "hist");
                connection.execute("ALTER DATABASE hist CHARACTER SET utf8mb4");
                connection.execute("USE hist");
                BinlogCoordinate start = catalog.logEnd().at();
                List<Step> steps = new ArrayList<>();
                Set<TableId> seen = new HashSet<>();
                for (String sql : lines(resource)) {
                    connection.execute(sql);
                    connection
                            .query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'hist'")
                            .forEach(row -> seen.add(new TableId("hist", row.get(0))));
                    Map<TableId, Optional<TableDefinition>> tables = new HashMap<>();
                    seen.forEach(table -> tables.put(table, catalog.definition(table)));
                    steps.add(new Step(sql, catalog.logEnd().at(), tables));
                }
                LogDialect dialect = catalog.dialect();
                DefinedTables tables = new DefinedTables(dialect.mariaDb(), dialect.names());
                LogConnection.look(address, start, stream -> compare(stream, start, steps, tables));
            }
        }
    }

    private static void compare(InputStream stream, BinlogCoordinate start, List<Step> steps, DefinedTables tables)
            throws IOException {
        try (LogEvents log = new LogEvents(stream, start)) {
            for (Step step : steps) {
                while (log.place().compareTo(step.end()) < 0) {
                    log.next();
                    if (log.type() == LogEvent.QUERY) {
                        tables.statement(QueryEvent.parse(log.source(), log.body(), log.bodyEnd()));
                    }
                }
                step.tables().forEach((table, expected) -> {
                    assertThat(tables.get(table).map(DefinedTablesContract::text))
                            .as("%s after %s", table, step.sql())
                            .isEqualTo(expected.map(DefinedTablesContract::text));
                    assertThat(tables.get(table).map(it -> text(TableDefinition.parse(it.toString()))))
                            .isEqualTo(expected.map(DefinedTablesContract::text));
                });
            }
        }
    }

    /** What capture needs of it: lengths and the size of texts say nothing about values. */
    private static String text(TableDefinition definition) {
        List<String> columns = new ArrayList<>();
        String common = definition.charset().isEmpty() ? "utf8mb4" : definition.charset();
        for (ColumnDefinition written : definition.columns()) {
            ColumnDefinition column = written.within(common);
            Column known = column.column(new TableId("hist", "t"));
            String charset = column.charset().equals("utf8") ? "utf8mb3" : column.charset();
            columns.add(column.name() + " " + known.type() + " " + known.fraction()
                    + (known.unsigned() ? " unsigned " : " ") + charset + " "
                    + known.charset().getClass().getSimpleName() + " " + column.labels());
        }
        return String.join(", ", columns) + " key " + definition.key() + " " + common.replace("utf8mb3", "utf8");
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(DefinedTablesContract.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
