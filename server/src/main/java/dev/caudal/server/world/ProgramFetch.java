package dev.caudal.server.world;

import dev.caudal.local.LocalDirectory;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Lets the launcher fetch MariaDB's programs, which are not a part of Caudal. */
final class ProgramFetch {
    /** The property in which the launcher says where it is. */
    static final String LAUNCHER = "caudal.launcher";

    private static final long MINUTES = 15;
    private static final int TOLD = 400;

    private ProgramFetch() {}

    /** Returns when they are in the folder of programs; the launcher is empty where there is none. */
    static void into(LocalDirectory folder, String launcher) {
        if (launcher.isEmpty()) {
            throw refused("The platform was not started by the launcher 'caudal', which fetches them");
        }
        var log = folder.logs().resolve("mariadb-fetch.log");
        try {
            var process = new ProcessBuilder(
                            launcher, "fetch-mariadb", folder.servers().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            await(process, log);
        } catch (IOException e) {
            throw refused("The launcher %s cannot be run: %s".formatted(launcher, e.getMessage()));
        }
    }

    private static void await(Process process, Path log) throws IOException {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw refused("They did not come within %d minutes".formatted(MINUTES));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("The platform stops");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        if (process.exitValue() != 0) {
            var said = Files.readString(log).strip();
            throw refused(said.substring(Math.max(0, said.length() - TOLD)));
        }
    }

    private static Refusal refused(String why) {
        return Refusal.of(
                ProblemCode.DATABASE_NOT_FETCHED,
                "The programs of MariaDB could not be fetched. %s.".formatted(why),
                "Let this machine reach Maven Central and try again, or take a database of your own: Connections, New connection.");
    }
}
