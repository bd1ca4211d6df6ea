package dev.caudal.testkit;

import dev.caudal.local.DatabaseGreeting;
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
            MySqlTables.of(program, user, password, options).copyTo(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
