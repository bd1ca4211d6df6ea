package dev.caudal.local;

import java.time.Duration;

/**
 * A server that runs as a process of its own and outlives this one when this one is killed.
 *
 * <p>Any thread may call it; start and stop of one server belong to one thread.
 */
final class ChildProcess {
    private final LocalDirectory folder;
    private final ProcessRecord record;
    private final LiveProcess process;
    private final boolean adopted;

    ChildProcess(LocalDirectory folder, ProcessRecord record, LiveProcess process, boolean adopted) {
        this.folder = folder;
        this.record = record;
        this.process = process;
        this.adopted = adopted;
    }

    long pid() {
        return record.pid();
    }

    int port() {
        return record.port();
    }

    /** Whether it was found running instead of being started by this process. */
    boolean adopted() {
        return adopted;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it in order, by force after the grace period, and forgets it. */
    void stop(Duration grace) {
        if (process.isAlive()) {
            process.stop(grace);
        }
        record.delete(folder);
    }

    /** Ends it by SIGKILL and leaves its record behind, as a crash does. */
    void kill() {
        process.kill();
    }
}
