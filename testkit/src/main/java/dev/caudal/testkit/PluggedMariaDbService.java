package dev.caudal.testkit;

import dev.caudal.local.DatabaseGreeting;
import dev.caudal.local.Folders;
import dev.caudal.local.MariaDbUser;
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
 * How Debian's MariaDB is run.
 *
 * @param programs where it is
 * @param data its data folder, created when it is not there
 * @param port where it shall listen
 * @param options more options
 * @param user the user with all rights
 */
record PluggedMariaDbService(DebianPrograms programs, Path data, Port port, List<String> options, MariaDbUser user)
        implements Service {
    private static final List<String> SCRIPTS = List.of(
            "#_system_tables",
            "#_performance_tables",
            "#_system_tables_data",
            "maria_add_gis_sp_bootstrap",
            "#_sys_schema");

    private static final List<String> BEHAVIOUR = List.of(
            "--bind-address=127.0.0.1",
            "--skip-ssl",
            "--log-bin=mysql-bin-changelog",
            "--binlog-format=ROW",
            "--binlog-row-metadata=FULL",
            "--binlog-row-image=FULL",
            "--server-id=11",
            "--innodb-buffer-pool-size=64M");

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public List<String> command(int chosen) {
        var arguments = new ArrayList<>(List.of("--port=" + chosen, "--socket=mariadb.sock", "--pid-file=mariadb.pid"));
        arguments.addAll(BEHAVIOUR);
        arguments.addAll(options);
        return server(data, arguments);
    }

    /** Older releases call files by the name of MySQL. */
    private String family() {
        return Files.isDirectory(programs.file("usr/share/mariadb/charsets")) ? "mariadb" : "mysql";
    }

    private List<String> server(Path folder, List<String> arguments) {
        var share = programs.file("usr/share/" + family());
        var all = new ArrayList<>(List.of(
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + programs.file("usr"),
                "--datadir=" + folder,
                "--tmpdir=" + data.getParent(),
                "--lc-messages-dir=" + share,
                "--character-sets-dir=" + share.resolve("charsets"),
                "--plugin-dir=" + programs.file("usr/lib/mysql/plugin"),
                "--innodb-log-file-size=16M"));
        all.addAll(arguments);
        return programs.command("usr/sbin/mariadbd", all);
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
            var draft = data.resolveSibling("draft");
            Folders.delete(draft);
            Files.createDirectory(draft);
            initialize(draft);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialize(Path draft) throws IOException {
        var sql = data.resolveSibling("init.sql");
        try (var out = Files.newBufferedWriter(sql)) {
            out.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n");
            for (var script : SCRIPTS) {
                var file = "usr/share/" + family() + "/" + script.replace("#", family()) + ".sql";
                out.write(Files.readString(programs.file(file)));
            }
            out.write(user.sql());
        }
        var program = new ProcessBuilder(server(draft, List.of("--bootstrap"))).redirectInput(sql.toFile());
        FirstTables.make("MariaDB", program, data.resolveSibling("init.log"));
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
