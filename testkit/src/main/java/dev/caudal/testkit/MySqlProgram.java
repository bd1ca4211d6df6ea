package dev.caudal.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The programs of an Oracle MySQL server with the C library they were built for.
 *
 * @param root the folder that the packages were unpacked into
 */
record MySqlProgram(Path root) {
    private static @Nullable String failure;

    /** Downloads and unpacks the server unless an earlier run did; skips the running test where that fails. */
    static synchronized MySqlProgram fetch(Path cache) {
        var root = cache.resolve("mysql-9");
        if (!Files.isDirectory(root)) {
            assumeTrue(failure == null, () -> "No MySQL server: " + failure);
            assumeTrue(isPossible(), "A real MySQL server needs Debian's apt-get, root and amd64.");
            download(cache, root);
            assumeTrue(failure == null, () -> "No MySQL server: " + failure);
        }
        return new MySqlProgram(root);
    }

    /** The server with arguments, run by the loader and libraries that came with it. */
    List<String> server(List<String> arguments) {
        var libraries = root.resolve("usr/lib/x86_64-linux-gnu");
        var share = root.resolve("usr/share/mysql");
        var command = new ArrayList<>(List.of(
                libraries.resolve("ld-linux-x86-64.so.2").toString(),
                "--library-path",
                libraries.toString(),
                root.resolve("usr/sbin/mysqld").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--lc-messages-dir=" + share,
                "--character-sets-dir=" + share.resolve("charsets"),
                "--plugin-dir=" + root.resolve("usr/lib/mysql/plugin"),
                "--secure-file-priv="));
        command.addAll(arguments);
        return command;
    }

    private static boolean isPossible() {
        return System.getProperty("user.name").equals("root")
                && System.getProperty("os.arch").equals("amd64")
                && Files.isExecutable(Path.of("/usr/bin/apt-get"))
                && Files.isExecutable(Path.of("/usr/bin/dpkg-deb"));
    }

    private static void download(Path cache, Path root) {
        try (var script = Objects.requireNonNull(MySqlProgram.class.getResourceAsStream("fetch-mysql.sh"))) {
            Files.createDirectories(cache);
            var process = new ProcessBuilder("/bin/sh", "-s", root.toString())
                    .redirectErrorStream(true)
                    .start();
            try (var in = process.getOutputStream()) {
                script.transferTo(in);
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                failure = said.strip();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while fetching MySQL.", e);
        }
    }
}
