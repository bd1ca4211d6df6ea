package dev.caudal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds everything a local platform keeps: {@code run} (records of processes), {@code logs}, {@code servers}
 * (unpacked programs) and one data folder per server.
 *
 * @param root the absolute path of the folder
 */
public record LocalDirectory(Path root) {
    /** Makes the path absolute, so that children with another working folder find it. */
    public LocalDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The folder with the records of running processes.
     *
     * @return an existing folder
     */
    public Path run() {
        return existing(root.resolve("run"));
    }

    /**
     * The folder with what the servers print.
     *
     * @return an existing folder
     */
    public Path logs() {
        return existing(root.resolve("logs"));
    }

    /**
     * The folder with unpacked server programs; it may be deleted at any time while no server runs.
     *
     * @return an existing folder
     */
    public Path servers() {
        return existing(root.resolve("servers"));
    }

    /**
     * The data folder of a server.
     *
     * @param server the server's name, for example {@code kafka}
     * @return an existing folder
     */
    public Path data(String server) {
        return existing(root.resolve(server));
    }

    private static Path existing(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }
}
