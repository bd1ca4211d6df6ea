package dev.caudal.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process of this machine as the operating system shows it now.
 *
 * @param handle the Java platform's view; its signals never reach another process that got the same pid
 */
record LiveProcess(ProcessHandle handle) {
    private static final Duration POLL = Duration.ofMillis(20);

    /** Places in /proc/PID/stat after the process's name. */
    private static final int STATE = 0;

    private static final int THREADS = 17;

    /**
     * Looks a process up.
     *
     * @param pid its number
     * @return the process, or empty when no such process runs
     */
    static Optional<LiveProcess> find(long pid) {
        return ProcessHandle.of(pid).map(LiveProcess::new).filter(LiveProcess::isAlive);
    }

    /** All that run. */
    static Stream<LiveProcess> all() {
        return ProcessHandle.allProcesses().map(LiveProcess::new).filter(LiveProcess::isAlive);
    }

    /**
     * Whether it runs; a process that has ended but was not yet collected by its parent does not.
     *
     * @return true while it runs
     */
    boolean isAlive() {
        return handle.isAlive() && !isZombie();
    }

    /**
     * When it started, in steps of about 10 ms.
     *
     * @return the instant, the epoch when the system does not tell
     */
    Instant started() {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    /**
     * The command line it runs with.
     *
     * @return program and arguments; empty when the system does not tell
     */
    List<String> command() {
        try {
            // The Java platform cuts long command lines off, /proc does not.
            var line =
                    Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"), StandardCharsets.UTF_8);
            return List.of(line.split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Asks it to end, and ends it by force when it does not.
     *
     * @param grace how long it may take on its own
     * @return true when it ended on its own
     */
    boolean stop(Duration grace) {
        handle.destroy();
        if (ended(grace)) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends it by force and waits until it is gone. */
    void kill() {
        handle.destroyForcibly();
        if (!ended(Duration.ofSeconds(10))) {
            throw new LocalServerException(
                    "Process %d is still there 10 seconds after it was killed.".formatted(handle.pid()));
        }
    }

    private boolean ended(Duration within) {
        return Waiting.until(within, POLL, () -> !isAlive());
    }

    /** An ended process; its first thread alone may end earlier, while others still hold files and ports. */
    private boolean isZombie() {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
        } catch (IOException e) {
            return false;
        }
    }
}
