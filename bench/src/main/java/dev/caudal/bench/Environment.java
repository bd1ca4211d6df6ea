package dev.caudal.bench;

/**
 * What a run works with.
 *
 * @param places where things are
 * @param database the source
 * @param kafka the target
 */
record Environment(CdcBench.Places places, BenchDatabase database, BenchKafka kafka) {
    /** The addresses that connectors need. */
    Engine.Servers servers() {
        var user = database.user();
        return new Engine.Servers(database.port(), user.name(), user.password(), kafka.bootstrapServers());
    }

    /** Starts a worker for an engine and waits until it is at rest, where that is wanted. */
    Worker worker(Engine engine) throws InterruptedException {
        var worker = Worker.start(engine, places, kafka.bootstrapServers());
        if (places.rest()) {
            Settling.await(worker.pid());
        }
        return worker;
    }

    /** The processes whose CPU counts. */
    Usage.Processes processes(Worker worker) {
        return new Usage.Processes(worker.pid(), database.pid(), kafka.pid());
    }
}
