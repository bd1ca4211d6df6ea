package dev.caudal.bench;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;

/** The servers of a run: none of an earlier run is there when it begins, none is left when it ends or is told to end. */
final class Children implements AutoCloseable {
    private final ChildProcesses processes;
    private final Thread hook;

    /** Stops what runs for {@code folder}. */
    Children(LocalDirectory folder) {
        processes = new ChildProcesses(folder);
        processes.stopAll();
        hook = new Thread(processes::stopAll, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        processes.stopAll();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
