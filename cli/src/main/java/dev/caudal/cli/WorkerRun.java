package dev.caudal.cli;

import dev.caudal.connect.RunningWorker;

/** A worker in the foreground. */
final class WorkerRun {
    private WorkerRun() {}

    /** Waits until the worker ends or the thread is interrupted, and stops the worker. */
    static int untilStopped(RunningWorker worker, Terminal terminal, String runs) throws Exception {
        try (worker) {
            terminal.note("The worker serves %s%s. Ctrl-C stops it.".formatted(worker.api(), runs));
            throw new CommandFailure(
                    ConnectCommand.NOT_STARTED,
                    "The worker has stopped: %s.".formatted(worker.failure().get()));
        } finally {
            terminal.note("Stopped.");
        }
    }
}
