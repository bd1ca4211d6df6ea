package dev.caudal.testkit;

import dev.caudal.local.DatabaseGreeting;
import dev.caudal.local.Folders;
import dev.caudal.local.Port;
import dev.caudal.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a MySQL server of a test is run.
 *
 * @param program its programs
 * @param data its data folder, created when it is not there
 * @param port where it shall listen
 * @param options more options
 * @param user the user with all rights
 * @param password that user's password
 */
record MySqlService(MySqlProgram program, Path data, Port port, List<String> options, String user, String password)
        implements Service {
    /** What the server takes only with a data folder that was made with it. */
    private static final String NAMES = "--lower-case-table-names=";

    private static final List<String> BEHAVIOUR = List.of(
            "--bind-address=127.0.0.1",
            "--mysqlx=OFF",
            "--server-id=97",
            "--log-bin=mysql-bin-changelog",
            "--binlog-row-image=FULL",
            "--binlog-row-metadata=FULL",
            "--gtid-mode=ON",
            "--enforce-gtid-consistency=ON",
            "--innodb-buffer-pool-size=64M",
            "--performance-schema=OFF");

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public List<String> command(int chosen) {
        var arguments = new ArrayList<>(List.of(
                "--datadir=" + data, "--port=" + chosen, "--socket=" + data.resolveSibling("s"), "--pid-file=pid"));
        arguments.addAll(BEHAVIOUR);
        arguments.addAll(options);
        return program.server(arguments);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void prepare(int chosen) {
        if (Files.isDirectory(data)) {
            return;
        }
        try {
            var sql = Files.writeString(data.resolveSibling("user.sql"), userSql());
            var draft = data.resolveSibling("draft");
            Folders.delete(draft);
            initialize(draft, sql);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the tables of MySQL.", e);
        }
    }

    @Override
    public boolean answers(int chosen) {
        return DatabaseGreeting.isSentBy(chosen);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    private String userSql() {
        var account = "'%s'@'%%'".formatted(user);
        return "CREATE USER %s IDENTIFIED BY '%s';\nGRANT ALL ON *.* TO %s WITH GRANT OPTION;\n"
                .formatted(account, password.replace("'", "''"), account);
    }

    private void initialize(Path draft, Path sql) throws IOException, InterruptedException {
        var log = data.resolveSibling("init.log");
        var arguments = new ArrayList<>(List.of(
                "--datadir=" + draft, "--initialize-insecure", "--init-file=" + sql, "--innodb-redo-log-capacity=16M"));
        options.stream().filter(option -> option.startsWith(NAMES)).forEach(arguments::add);
        var process = new ProcessBuilder(program.server(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Cannot create the tables of MySQL: " + Files.readString(log));
        }
    }
}
