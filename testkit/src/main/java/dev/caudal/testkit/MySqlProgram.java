package dev.caudal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An Oracle MySQL server.
 *
 * @param programs where it is
 */
record MySqlProgram(DebianPrograms programs) {

    /** Downloads and unpacks the server unless an earlier run did; skips the running test where that fails. */
    static MySqlProgram fetch(Path cache) {
        var programs = DebianPrograms.fetch(
                cache.resolve("mysql-9"), "sid", "mysql-server-core mysql-client-core mysql-common libc6", "");
        leaveToData(programs.file("usr/sbin/mysqld.my"), "manifest");
        leaveToData(programs.file("usr/lib/mysql/plugin/component_keyring_file.cnf"), "config");
        return new MySqlProgram(programs);
    }

    /** Lets each data folder say which components its server loads, and with what. */
    private static void leaveToData(Path file, String what) {
        try {
            Files.writeString(file, "{\"read_local_%s\": true}".formatted(what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server with arguments. */
    List<String> server(List<String> arguments) {
        var share = programs.file("usr/share/mysql");
        var all = new ArrayList<>(List.of(
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--lc-messages-dir=" + share,
                "--character-sets-dir=" + share.resolve("charsets"),
                "--plugin-dir=" + programs.file("usr/lib/mysql/plugin"),
                "--secure-file-priv="));
        all.addAll(arguments);
        return programs.command("usr/sbin/mysqld", all);
    }
}
