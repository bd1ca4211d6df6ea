package dev.caudal.local;

import java.time.Duration;

/**
 * A server that runs as a process of its own and outlives this one when this one is killed.
 *
 * <p>Any thread may call it; start and stop of one server belong to one thread.
 */
public final class ChildProcess {
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

    /**
     * Its number.
     *
     * @return the pid
     */
    public long pid() {
        return record.pid();
    }

    /**
     * The port it serves on.
     *
     * @return 1 to 65535
     */
    public int port() {
        return record.port();
    }

    /**
     * Whether it was found running instead of being started by this process.
     *
     * @return true when it was adopted
     */
    public boolean adopted() {
        return adopted;
    }

    /**
     * Whether it runs.
     *
     * @return false after it was stopped, killed, or has crashed
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Ends it in order, by force after a grace period, and forgets it.
     *
     * @param grace how long it may take on its own
     */
    public void stop(Duration grace) {
        if (process.isAlive()) {
            process.stop(grace);
        }
        record.delete(folder);
    }

    /** Ends it by SIGKILL and leaves its record behind, as a crash does. */
    public void kill() {
        process.kill();
    }
}
