package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.TableId;
import dev.caudal.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Statements as people and tools write them: what is understood of each is what the server made of it. */
abstract class DefinedTablesContract {

    abstract TestDatabase server();

    /** Of each line a statement; all follow each other. */
    abstract List<String> resources();

    @Test
    void after_each_statement_tables_are_defined_as_the_server_says() throws Exception {
        SourceConfig.Address address = SourceSettings.of(server(), "hist.t").address();
        List<String> wrong = new ArrayList<>();
        Set<TableId> seen = new HashSet<>();
        for (String resource : resources()) {
            Servers.create(server(), "hist");
            server().execute("ALTER DATABASE hist CHARACTER SET utf8mb4");
            try (SourceConnection connection = SourceConnection.open(address)) {
                Catalog catalog = new Catalog(connection);
                connection.execute("SET SESSION sql_mode = ''");
                connection.execute("USE hist");
                LogDialect dialect = catalog.dialect();
                DefinedTables tables = new DefinedTables(dialect.mariaDb(), dialect.anyCase());
                for (String sql : lines(resource)) {
                    BinlogCoordinate before = catalog.logEnd().at();
                    connection.execute(sql);
                    logged(address, before, catalog.logEnd().at()).forEach(tables::statement);
                    connection
                            .query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'hist'")
                            .forEach(row -> seen.add(new TableId("hist", row.get(0))));
                    for (TableId table : seen) {
                        String expected = catalog.definition(table)
                                .map(DefinedTablesContract::text)
                                .orElse("");
                        String understood = tables.get(table)
                                .map(DefinedTablesContract::text)
                                .orElse("");
                        if (!understood.equals(expected)) {
                            wrong.add(sql + "\n  " + table + " is   " + expected + "\n  understood: " + understood);
                            catalog.definition(table)
                                    .ifPresentOrElse(it -> tables.put(table, it), () -> tables.putGone(table));
                        }
                        tables.get(table)
                                .ifPresent(definition -> assertThat(text(TableDefinition.parse(definition.toString())))
                                        .isEqualTo(text(definition)));
                    }
                }
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
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
        return String.join(", ", columns) + " key " + definition.key() + " "
                + common.replace("utf8mb3", "utf8");
    }

    private static List<QueryEvent> logged(SourceConfig.Address address, BinlogCoordinate from, BinlogCoordinate end)
            throws InterruptedException {
        List<QueryEvent> statements = new ArrayList<>();
        if (!from.equals(end)) {
            LogConnection.look(address, from, stream -> {
                try (LogEvents log = new LogEvents(stream, from)) {
                    while (log.isInside() || log.place().compareTo(end) < 0) {
                        log.next();
                        if (log.type() == LogEvent.QUERY) {
                            statements.add(QueryEvent.parse(log.source(), log.body(), log.bodyEnd()));
                        }
                    }
                }
            });
        }
        return statements;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(DefinedTablesContract.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
