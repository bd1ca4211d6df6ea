package dev.caudal.cli;

import dev.caudal.server.endpoint.Check;
import dev.caudal.server.endpoint.Check.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Where Java unpacks libraries for compression and for filters; the system must let them run from there. */
final class TemporaryFolder {
    private static final Set<PosixFilePermission> PROGRAM =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE);

    private TemporaryFolder() {}

    static Check check() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        var program = folder.resolve("caudal-doctor-" + ProcessHandle.current().pid());
        try {
            Files.writeString(program, "#!/bin/sh\nexit 0\n");
            Files.setPosixFilePermissions(program, PROGRAM);
            new ProcessBuilder(program.toString()).start().waitFor();
            return line(Status.PASSED, "%s permits programs".formatted(folder), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return line(Status.SKIPPED, "Interrupted", "");
        } catch (IOException | UnsupportedOperationException e) {
            return line(
                    Status.FAILED,
                    "%s does not permit programs: %s".formatted(folder, e.getMessage()),
                    "Compression and filters load libraries from there. Give another folder:"
                            + " CAUDAL_JAVA_OPTIONS=-Djava.io.tmpdir=DIR.");
        } finally {
            delete(program);
        }
    }

    private static Check line(Status status, String detail, String remedy) {
        return new Check("temporary-folder", "Temporary folder", status, detail, remedy);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
