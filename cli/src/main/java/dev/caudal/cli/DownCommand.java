package dev.caudal.cli;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.JoinedWorker;
import dev.caudal.server.Platform;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a platform. */
@Command(
        name = "down",
        description = "Stop the platform of a folder, its workers, and what a killed one left running.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    DownCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        // First: their tasks would only move to the platform, to be stopped there.
        boolean stopped = JoinedWorker.folders(data.folder()).stream()
                .map(worker -> !new ChildProcesses(worker).stopAll().isEmpty())
                .reduce(false, Boolean::logicalOr);
        stopped |= stop(data.folder());
        stopped |= stop(data.demo());
        stopped |= stop(data.tour());
        root.terminal()
                .note((stopped ? "Stopped." : "Nothing runs in %s.")
                        .formatted(data.folder().root()));
        return ExitCode.OK;
    }

    /** Stops what runs in one folder; false when nothing does. */
    static boolean stop(LocalDirectory folder) {
        if (!Files.isDirectory(folder.root())) {
            return false;
        }
        var server = ProcessRecord.read(folder, Platform.NAME).filter(ProcessRecord::isAlive);
        server.ifPresent(record -> record.stop(GRACE));
        return !new ChildProcesses(folder).stopAll().isEmpty() || server.isPresent();
    }
}
