package dev.caudal.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Node and the packages that tests run by it, at pinned versions. */
final class Npm {
    static final Path SOURCES = Path.of("src/test/node");

    private static final Path FOLDER = Path.of("target/node");
    private static final Path DONE = FOLDER.resolve("installed-package-lock.json");

    private Npm() {}

    /** Whether Node and its package manager are on this machine. */
    static boolean isPossible() {
        return run(Path.of("."), "node", "--version") == 0 && run(Path.of("."), "npm", "--version") == 0;
    }

    /** Fetches the packages, unless those of the present lock file are there. */
    static Path install() throws IOException {
        Files.createDirectories(FOLDER);
        var lock = SOURCES.resolve("package-lock.json");
        if (!Files.exists(DONE) || Files.mismatch(lock, DONE) != -1) {
            for (var name : List.of("package.json", "package-lock.json")) {
                Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
            }
            int code = run(FOLDER, "npm", "ci", "--no-audit", "--no-fund");
            if (code != 0) {
                throw new AssertionError("npm ci ended with " + code);
            }
            Files.write(DONE, Files.readAllBytes(lock));
        }
        return FOLDER;
    }

    private static int run(Path folder, String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(300, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
