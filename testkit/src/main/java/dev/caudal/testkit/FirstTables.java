package dev.caudal.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the programs that make the tables a new server needs. */
final class FirstTables {
    private FirstTables() {}

    /** Waits for the program, whose outputs go to {@code log}; throws with them when it fails. */
    static void make(String server, ProcessBuilder program, Path log) throws IOException {
        var process =
                program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "Cannot create the tables of %s: %s".formatted(server, Files.readString(log)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the tables of %s.".formatted(server), e);
        }
    }
}
