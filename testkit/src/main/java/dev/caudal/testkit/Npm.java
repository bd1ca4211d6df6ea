package dev.caudal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Node and the packages that tests run by it, at pinned versions. */
public final class Npm {
    private static final String LOCK = "package-lock.json";
    private static final Path FOLDER = Path.of("target/node");
    private static final Path DONE = FOLDER.resolve("installed-" + LOCK);

    private Npm() {}

    /**
     * Whether Node and its package manager are on this machine.
     *
     * @return false where tests by Node must be left out
     */
    public static boolean isPossible() {
        return run(Path.of("."), "node", "--version") == 0 && run(Path.of("."), "npm", "--version") == 0;
    }

    /**
     * Fetches the packages, unless those of the present lock file are there.
     *
     * @return the folder in which programs find them
     */
    public static Path install() {
        try (var one = FileChannel.open(
                        Files.createDirectories(FOLDER).resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = one.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock is gone");
            }
            if (!Files.exists(DONE) || !Arrays.equals(source(LOCK), Files.readAllBytes(DONE))) {
                for (var name : List.of("package.json", LOCK)) {
                    Files.write(FOLDER.resolve(name), source(name));
                }
                int code = run(FOLDER, "npm", "ci", "--no-audit", "--no-fund");
                if (code != 0) {
                    throw new AssertionError("npm ci ended with " + code);
                }
                Files.write(DONE, source(LOCK));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FOLDER.toAbsolutePath();
    }

    static byte[] source(String name) throws IOException {
        try (var in = Npm.class.getResourceAsStream("node/" + name)) {
            if (in == null) {
                throw new AssertionError("There is no " + name);
            }
            return in.readAllBytes();
        }
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
