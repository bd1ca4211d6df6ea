package dev.caudal.cli;

import dev.caudal.server.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The scenario: a load, then changes, each message as an ordinary consumer receives it. For one thread. */
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final DemoSource source;
    private final Terminal terminal;
    private final boolean json;
    private long messages;

    Demo(Platform platform, DemoSource source, Terminal terminal, boolean json) {
        this.platform = platform;
        this.source = source;
        this.terminal = terminal;
        this.json = json;
    }

    /** Plays it; unless it shall end then, prints what comes until the thread is interrupted. */
    void run(boolean exit) throws SQLException, InterruptedException {
        try (var connection = source.connect()) {
            long rows = count(connection);
            platform.connect().put(DemoTask.NAME, DemoTask.configuration(source, platform));
            terminal.note(
                    "Task %s: Full Load and Apply Changes of %s".formatted(DemoTask.NAME, DemoTask.topic(source)));
            try (var reader =
                    DemoReader.open(platform.bootstrapServers(), DemoTask.topic(source), platform.connect())) {
                load(reader, rows);
                change(reader, connection);
                if (!exit) {
                    follow(reader);
                }
            }
        }
    }

    /** The rows of the table at this moment. */
    static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM city")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void load(DemoReader reader, long rows) {
        var progress = new LoadProgress(terminal, rows);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!progress.isComplete()) {
            for (var record : reader.poll()) {
                var message = DemoMessage.of(record.value());
                if (messages == 0 || json) {
                    print(message);
                }
                messages++;
                if (message.isRefresh()) {
                    progress.row();
                }
                limit = System.nanoTime() + PATIENCE.toNanos();
            }
            failAfter(limit, "the rest of the load");
        }
        progress.finish();
    }

    private void change(DemoReader reader, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (var change : DemoChange.ALL) {
            terminal.note("");
            terminal.note("Now %s:".formatted(change.title()));
            if (!commit(connection, change)) {
                return;
            }
            print(reader, change.messages());
        }
    }

    /** Runs one transaction; a user that may only read ends the scenario, not the demo. */
    private boolean commit(Connection connection, DemoChange change) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : change.statements()) {
                terminal.note("  %s;".formatted(sql));
                statement.execute(sql);
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            terminal.note("  %s does not permit that (%s). Change a row yourself to see its message."
                    .formatted(source, e.getMessage()));
            return false;
        }
    }

    private void print(DemoReader reader, int count) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        for (int left = count; left > 0; ) {
            for (var record : reader.poll()) {
                print(DemoMessage.of(record.value()));
                left--;
            }
            failAfter(limit, "the message of a change");
        }
    }

    private void follow(DemoReader reader) {
        DemoHints.print(terminal, platform, source);
        while (!Thread.currentThread().isInterrupted()) {
            for (var record : reader.poll()) {
                print(DemoMessage.of(record.value()));
            }
            if (platform.failure().isDone()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The platform has stopped: " + platform.failure().join());
            }
        }
    }

    private void print(DemoMessage message) {
        if (messages == 0) {
            var start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
            terminal.note("First message %s after the start"
                    .formatted(StartNotes.seconds(Duration.between(start, Instant.now()))));
        }
        terminal.out().println(json ? message.text() : message.pretty(terminal.outHasColours()));
        terminal.out().flush();
    }

    private static void failAfter(long limit, String what) {
        if (System.nanoTime() - limit > 0) {
            throw new CommandFailure(
                    ExitCode.TIMED_OUT,
                    "Waited %d s for %s in vain. The log of the demo says more.".formatted(PATIENCE.toSeconds(), what));
        }
    }
}
