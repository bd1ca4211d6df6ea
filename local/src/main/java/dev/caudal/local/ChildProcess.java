package dev.caudal.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A server that runs as a process of its own and outlives this one when this one is killed.
 *
 * <p>Any thread may call it; start, restart and stop of one server belong to one thread at a time.
 */
public final class ChildProcess {
    private final ChildProcesses siblings;
    private final Service service;
    private volatile Run run;

    ChildProcess(ChildProcesses siblings, Service service, Run run) {
        this.siblings = siblings;
        this.service = service;
        this.run = run;
    }

    /** One life of the server: another after each restart. */
    record Run(ProcessRecord record, LiveProcess process, boolean adopted) {}

    /**
     * Its name in the folder.
     *
     * @return lower case letters
     */
    public String name() {
        return service.name();
    }

    /**
     * Its number.
     *
     * @return the pid, another one after a restart
     */
    public long pid() {
        return run.record().pid();
    }

    /**
     * The port it serves on.
     *
     * @return 1 to 65535
     */
    public int port() {
        return run.record().port();
    }

    /**
     * Whether it was found running instead of being started by this process.
     *
     * @return true when it was adopted
     */
    public boolean adopted() {
        return run.adopted();
    }

    /**
     * Whether it runs.
     *
     * @return false after it was stopped, killed, or has crashed
     */
    public boolean isAlive() {
        return run.process().isAlive();
    }

    /**
     * Ends it in order, by force after a grace period, and forgets it.
     *
     * @param grace how long it may take on its own
     */
    public void stop(Duration grace) {
        var last = run;
        if (last.process().isAlive()) {
            last.process().stop(grace);
        }
        siblings.forget(last.record());
    }

    /** Ends it by SIGKILL and leaves its record behind, as a crash does. */
    public void kill() {
        run.process().kill();
    }

    /** Starts it again on its data and the same port, after it has ended. */
    void restart() {
        run = siblings.run(service, Port.exactly(port()));
    }

    /** Completes when the present life ends, soon after it in the case of an adopted one. */
    CompletableFuture<ProcessHandle> ended() {
        return run.process().handle().onExit();
    }
}
