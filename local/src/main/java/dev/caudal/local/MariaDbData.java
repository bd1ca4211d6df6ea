package dev.caudal.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The data folder of a MariaDB: made complete or not at all.
 *
 * <p>The server's own installer is a shell script that fails on a path with a space; this feeds the same SQL to the server.
 *
 * @param program the server's programs
 * @param folder where the tables lie
 */
record MariaDbData(MariaDbProgram program, Path folder) {
    /** In this order; the texts of the HELP statement are left out. */
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** A server that starts deletes what looks like its own temporary files, also those of another one in the same folder. */
    static Path temporary(Path folder) {
        return folder.resolveSibling("tmp");
    }

    /** Creates the system tables and the user unless an earlier start did. */
    void install(MariaDbUser user) {
        createTemporary();
        if (Files.isDirectory(folder)) {
            return;
        }
        var draft = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(draft);
        var log = folder.resolveSibling("install.log");
        try {
            run(draft, user, log);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalServerException(
                    "Cannot create the database folder %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    private void createTemporary() {
        var temporary = temporary(folder);
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new LocalServerException(
                    "Cannot create the folder %s for the database: %s.".formatted(temporary, e.getMessage()), e);
        }
    }

    private void run(Path draft, MariaDbUser user, Path log) throws IOException {
        var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectory(
                draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var sql = Files.createTempFile(folder.getParent(), "install", ".sql", secret);
        try {
            writeSql(sql, user);
            var process = new ProcessBuilder(command(draft))
                    .redirectErrorStream(true)
                    .redirectInput(sql.toFile())
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            await(process, log);
        } finally {
            Files.delete(sql);
        }
    }

    private void writeSql(Path file, MariaDbUser user) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket='%s';\n"
                    .formatted(MariaDbProgram.owner())
                    .getBytes(UTF_8));
            for (var script : SCRIPTS) {
                Files.copy(program.home().resolve("share").resolve(script), out);
            }
            out.write(user.sql().getBytes(UTF_8));
        }
    }

    private List<String> command(Path draft) {
        return List.of(
                program.server().toString(),
                "--no-defaults",
                "--bootstrap",
                "--silent-startup",
                "--user=" + MariaDbProgram.owner(),
                "--basedir=" + program.home(),
                "--datadir=" + draft,
                "--tmpdir=" + temporary(folder),
                "--log-warnings=0",
                "--max-allowed-packet=8M",
                "--skip-name-resolve",
                "--innodb-log-file-size=" + MariaDbService.REDO_LOG);
    }

    private static void await(Process process, Path log) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new LocalServerException(
                        "Cannot create the database tables: not done after %d s.".formatted(LIMIT.toSeconds()));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while creating the database tables.", e);
        }
        if (process.exitValue() != 0) {
            throw new LocalServerException(
                    "Cannot create the database tables. The end of %s:%n%s".formatted(log, LogTail.of(log)));
        }
    }
}
