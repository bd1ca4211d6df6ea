package dev.caudal.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Programs of a Debian release with the libraries they were built for.
 *
 * @param root the folder that their packages were unpacked into
 */
record DebianPrograms(Path root) {
    private static final Map<Path, String> FAILURES = new HashMap<>();

    /**
     * Downloads and unpacks packages unless an earlier run did; skips the running test where that fails.
     *
     * @param root where to
     * @param suite the release, {@code sid} for the one in the making
     * @param packages names, with what they depend on
     * @param alone names of packages that are taken without what they depend on, may be none
     */
    static synchronized DebianPrograms fetch(Path root, String suite, String packages, String alone) {
        if (!Files.isDirectory(root)) {
            assumeNoFailure(root);
            assumeTrue(isPossible(), () -> root.getFileName() + " needs Debian's apt-get, root and amd64.");
            download(root, suite, packages, alone);
            assumeNoFailure(root);
        }
        return new DebianPrograms(root);
    }

    private static void assumeNoFailure(Path root) {
        var failure = FAILURES.get(root);
        assumeTrue(failure == null, () -> "No " + root.getFileName() + ": " + failure);
    }

    /** A file or folder of the packages. */
    Path file(String path) {
        return root.resolve(path);
    }

    /** A program with arguments, run by the loader and libraries that came with it. */
    List<String> command(String program, List<String> arguments) {
        var libraries = file("usr/lib/x86_64-linux-gnu");
        var command = new ArrayList<>(List.of(
                libraries.resolve("ld-linux-x86-64.so.2").toString(),
                "--library-path",
                libraries.toString(),
                file(program).toString()));
        command.addAll(arguments);
        return command;
    }

    private static boolean isPossible() {
        return System.getProperty("user.name").equals("root")
                && System.getProperty("os.arch").equals("amd64")
                && Files.isExecutable(Path.of("/usr/bin/apt-get"))
                && Files.isExecutable(Path.of("/usr/bin/dpkg-deb"));
    }

    private static void download(Path root, String suite, String packages, String alone) {
        try (var script = Objects.requireNonNull(DebianPrograms.class.getResourceAsStream("fetch-debian.sh"))) {
            Files.createDirectories(root.getParent());
            var process = new ProcessBuilder("/bin/sh", "-s", root.toString(), suite, packages, alone)
                    .redirectErrorStream(true)
                    .start();
            try (var in = process.getOutputStream()) {
                script.transferTo(in);
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                FAILURES.put(root, said.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while fetching " + packages + ".", e);
        }
    }
}
