package dev.caudal.cli;

import dev.caudal.core.Count;
import dev.caudal.local.LocalDirectory;
import dev.caudal.server.world.WorldServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs statements in the database {@code world} of this machine, for those who have no client of MySQL at hand. */
@Command(
        name = "sql",
        description = "Run statements in the database world of 'caudal up --world' or of the demo.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  caudal sql \"SELECT * FROM city WHERE Name = 'Cibinong'\""})
final class SqlCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "STATEMENT", arity = "1..*", description = "Run one after the other, in one transaction.")
    private List<String> statements = List.of();

    SqlCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                run(statement, sql);
            }
            connection.commit();
        }
        return ExitCode.OK;
    }

    private Connection connect() {
        return connect(data.folder())
                .or(() -> connect(data.demo()))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NOT_FOUND,
                        "There is no database world in %s. Start one with 'caudal up --world'."
                                .formatted(data.folder().root())));
    }

    private static Optional<Connection> connect(LocalDirectory folder) {
        try {
            return WorldServer.connect(folder);
        } catch (SQLException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The database world in %s does not answer (%s). Start it with 'caudal up --world'."
                            .formatted(folder.root(), e.getMessage()),
                    e);
        }
    }

    private void run(Statement statement, String sql) {
        try {
            if (statement.execute(sql)) {
                print(statement.getResultSet());
            } else {
                int count = statement.getUpdateCount();
                root.terminal().note(Count.of(count, "row") + " affected");
            }
        } catch (SQLException e) {
            throw new CommandFailure(ExitCode.FAILED, "%s: %s".formatted(sql, e.getMessage()), e);
        }
    }

    private void print(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var names = new String[columns.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = columns.getColumnLabel(i + 1);
        }
        var table = new Table(names);
        while (rows.next()) {
            var cells = new String[names.length];
            for (int i = 0; i < names.length; i++) {
                cells[i] = Objects.requireNonNullElse(rows.getString(i + 1), "NULL");
            }
            table.row((Object[]) cells);
        }
        table.print(root.terminal().out());
    }
}
