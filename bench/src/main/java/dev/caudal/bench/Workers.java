package dev.caudal.bench;

import java.util.Optional;

/**
 * The workers of one engine, one after the other: a fresh one for each part, so that each has a cold run, unless nobody
 * waits for a worker to be at rest, which makes cold runs worthless. Used by one thread.
 */
final class Workers implements AutoCloseable {
    private final Environment environment;
    private final Engine engine;
    private Optional<Worker> present = Optional.empty();

    Workers(Environment environment, Engine engine) {
        this.environment = environment;
        this.engine = engine;
    }

    /** The worker for the next part; that of the last part is not to be used any more. */
    Worker next() throws InterruptedException {
        if (environment.places().rest()) {
            close();
        }
        if (present.isEmpty()) {
            present = Optional.of(environment.worker(engine));
        }
        return present.get();
    }

    @Override
    public void close() {
        present.ifPresent(Worker::close);
        present = Optional.empty();
    }
}
