package dev.caudal.connect;

import java.nio.file.Path;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;

/** A distributed worker, from a file. */
public final class DistributedLaunch {
    private final WorkerFile worker;

    /**
     * Reads the file.
     *
     * @param workerFile the worker's settings
     * @throws LaunchException when it cannot be read, or lacks a setting
     */
    public DistributedLaunch(Path workerFile) {
        this.worker = WorkerFile.read(workerFile);
        var unused = worker.config(new Plugins(worker.settings()), DistributedConfig::new);
    }

    /**
     * Starts the worker.
     *
     * @return the running worker, to be closed by the caller
     * @throws LaunchException when it does not start
     */
    public RunningWorker start() {
        return RunningWorker.start(worker, settings -> new ConnectDistributed().startConnect(settings));
    }
}
