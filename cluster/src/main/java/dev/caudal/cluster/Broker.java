package dev.caudal.cluster;

import dev.caudal.local.ChildProcess;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.local.Service;
import dev.caudal.local.Supervisor;
import dev.caudal.local.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One broker of a cluster: a child process that is started again when it ends by itself. Each has a supervisor of its
 * own, since a controller serves only when others do.
 *
 * <p>Start and stop belong to one thread at a time; any may ask.
 */
final class Broker {
    private final LocalDirectory folder;
    private final Service service;
    private volatile @Nullable ChildProcess process;
    private volatile @Nullable Supervisor supervisor;

    Broker(LocalDirectory folder, Service service) {
        this.folder = folder;
        this.service = service;
    }

    /**
     * Starts or adopts it; returns when it serves. Nothing happens when it was started before.
     *
     * @throws dev.caudal.local.LocalServerException when it does not come up, or the thread is interrupted
     */
    void start() {
        if (process == null) {
            var started = new ChildProcesses(folder).ensure(service);
            process = started;
            supervisor = Supervisor.of(folder, List.of(started));
        }
    }

    /** Ends it in order, by force after a grace period; nothing happens when it does not run. */
    void stop(Duration grace) {
        var watcher = supervisor;
        if (watcher != null) {
            watcher.close();
            supervisor = null;
        }
        var running = process;
        if (running != null) {
            running.stop(grace);
            process = null;
        }
    }

    /** Ends it by force and forgets it, also one that a killed platform left. */
    void destroy() {
        end(Duration.ZERO);
    }

    /** Ends it in order, by force after a grace period, and forgets it, also one that a killed platform left. */
    void end(Duration grace) {
        var watcher = supervisor;
        if (watcher != null) {
            watcher.close();
            supervisor = null;
        }
        process = null;
        ProcessRecord.read(folder, service.name()).ifPresent(record -> {
            record.stop(grace);
            record.delete(folder);
        });
    }

    /** Whether it was started and has not ended since. */
    boolean serves() {
        var running = process;
        return running != null && running.isAlive();
    }

    /** Why it does not serve, when its supervisor knows. */
    Optional<String> trouble() {
        return Trouble.all(folder).stream()
                .filter(each -> each.name().equals(service.name()))
                .map(Trouble::reason)
                .findFirst();
    }
}
