package dev.caudal.bench;

import java.util.Optional;

/**
 * Workers, one after the other: a fresh one for each part, so that each has a cold run, unless nobody waits for a worker to
 * be at rest, which makes cold runs worthless. Used by one thread.
 */
final class Workers implements AutoCloseable {
    private final boolean fresh;
    private final Start start;
    private Optional<Worker> present = Optional.empty();

    /** Starts a worker and waits until it may be measured. */
    interface Start {
        Worker worker() throws InterruptedException;
    }

    /** A fresh worker for each part if {@code fresh}. */
    Workers(boolean fresh, Start start) {
        this.fresh = fresh;
        this.start = start;
    }

    /** The worker for the next part; that of the last part is not to be used any more. */
    Worker next() throws InterruptedException {
        if (fresh) {
            close();
        }
        if (present.isEmpty()) {
            present = Optional.of(start.worker());
        }
        return present.get();
    }

    @Override
    public void close() {
        present.ifPresent(Worker::close);
        present = Optional.empty();
    }
}
