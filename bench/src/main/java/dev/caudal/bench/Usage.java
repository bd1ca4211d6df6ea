package dev.caudal.bench;

/**
 * CPU seconds at a moment, each since its process started.
 *
 * @param nanos the moment, as {@link System#nanoTime()}
 * @param worker of the worker
 * @param database of the database
 * @param broker of the broker
 * @param own of this process
 * @param machine of all processes
 */
record Usage(long nanos, double worker, double database, double broker, double own, double machine) {
    /** The processes that are looked at. */
    record Processes(long worker, long database, long broker) {
        Usage now() {
            return new Usage(
                    System.nanoTime(),
                    ProcessTimes.of(worker),
                    ProcessTimes.of(database),
                    ProcessTimes.of(broker),
                    ProcessTimes.of(ProcessHandle.current().pid()),
                    ProcessTimes.ofMachine());
        }
    }

    /** What was used between another moment and this. */
    Usage since(Usage before) {
        return new Usage(
                nanos - before.nanos,
                worker - before.worker,
                database - before.database,
                broker - before.broker,
                own - before.own,
                machine - before.machine);
    }

    /** Of a difference: its length in seconds. */
    double seconds() {
        return nanos / 1e9;
    }

    /** Of a difference: how many processors others took of the machine. */
    double foreignCores() {
        return Math.max(0, (machine - worker - database - broker - own) / seconds());
    }
}
