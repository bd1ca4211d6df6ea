package dev.caudal.mysql;

/**
 * Where the threads that read hand on batches: into the queue, noting in the reader's own copy of the state what will be
 * true then. Safe for use by several threads.
 */
final class Outlet {

    private final BatchQueue queue;
    private final TaskState state;
    private final Reading reading;

    Outlet(BatchQueue queue, TaskState state) {
        this.queue = queue;
        this.state = state;
        this.reading = new Reading(state.totals());
    }

    /** What is told of the reading. */
    Reading reading() {
        return reading;
    }

    /** The state after everything handed on; read it only while no other thread hands on. */
    TaskState state() {
        return state;
    }

    /** Hands a batch on; waits while the queue is full. */
    void send(Batch batch) throws InterruptedException {
        queue.put(batch);
        synchronized (state) {
            state.apply(batch);
            reading.handedOn(state.totals());
        }
    }
}
