package dev.caudal.bench;

import dev.caudal.local.LocalDirectory;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run works with.
 *
 * @param root the project
 * @param folder where its files are
 * @param workerOptions options for the Java of the workers
 * @param database the source
 * @param kafka the target
 */
record Environment(
        Path root, LocalDirectory folder, List<String> workerOptions, BenchDatabase database, BenchKafka kafka) {
    /** The addresses that connectors need. */
    Engine.Servers servers() {
        var user = database.user();
        return new Engine.Servers(database.port(), user.name(), user.password(), kafka.bootstrapServers());
    }

    /** Starts a worker for an engine. */
    Worker worker(Engine engine) throws InterruptedException {
        return Worker.start(engine, folder, root, kafka.bootstrapServers(), workerOptions);
    }

    /** The processes whose CPU counts. */
    Usage.Processes processes(Worker worker) {
        return new Usage.Processes(worker.pid(), database.pid(), kafka.pid());
    }

    /** Fails with Connect's own words when a connector or its task has failed. */
    void requireRunning(Worker worker, String connector) {
        worker.client().status(connector).filter(status -> status.hasFailed()).ifPresent(status -> {
            throw new BenchFailure("The connector %s has failed: %s. More in %s."
                    .formatted(connector, status.reason(), folder.logs().resolve("worker.log")));
        });
    }
}
