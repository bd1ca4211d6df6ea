package dev.caudal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a local MariaDB is run. */
final class MariaDbService implements Service {
    /** The size of the redo log; the server's own choice takes 96 MB of disk. */
    static final String REDO_LOG = "16M";

    private static final List<String> BEHAVIOUR = List.of(
            // Without it the server makes an RSA key at each start, for seconds.
            "--skip-ssl",
            "--skip-name-resolve",
            "--log-bin=mysql-bin-changelog",
            "--binlog-format=ROW",
            "--binlog-row-metadata=FULL",
            "--binlog-row-image=FULL",
            "--server-id=11",
            "--character-set-server=utf8mb4",
            "--innodb-buffer-pool-size=64M",
            "--innodb-log-file-size=" + REDO_LOG,
            "--innodb-flush-log-at-trx-commit=1",
            "--sync-binlog=1");

    private final LocalMariaDb.Settings settings;
    private final Path data;

    MariaDbService(LocalDirectory folder, LocalMariaDb.Settings settings) {
        this.settings = settings;
        this.data = folder.data("mariadb").resolve("data");
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Port port() {
        return settings.port();
    }

    @Override
    public List<String> command(int port) {
        var program = MariaDbProgram.unpack(settings.programs());
        var command = new ArrayList<>(List.of(
                program.server().toString(),
                "--no-defaults",
                "--user=" + MariaDbProgram.owner(),
                "--basedir=" + program.home(),
                "--datadir=" + data,
                "--tmpdir=" + MariaDbData.temporary(data),
                "--port=" + port,
                // Relative to the data folder: a socket's path may have 107 characters at most.
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--bind-address=127.0.0.1"));
        command.addAll(BEHAVIOUR);
        command.addAll(settings.options());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void prepare(int port) {
        new MariaDbData(MariaDbProgram.unpack(settings.programs()), data).install(settings.user());
    }

    @Override
    public boolean answers(int port) {
        return DatabaseGreeting.isSentBy(port);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }
}
