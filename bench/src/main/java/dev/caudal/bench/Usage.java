package dev.caudal.bench;

/**
 * CPU seconds at a moment, each since its process started.
 *
 * @param nanos the moment, as {@link System#nanoTime()}
 * @param subject of the process that is measured
 * @param database of the database, 0 where there is none
 * @param broker of the broker
 * @param own of this process, 0 where it is the one that is measured
 * @param machine of all processes
 */
record Usage(long nanos, double subject, double database, double broker, double own, double machine) {
    /** The processes that are looked at. */
    record Processes(long subject, long database, long broker) {
        /** A server without a database, and what is measured, which may be this process. */
        Processes(long subject, long broker) {
            this(subject, 0, broker);
        }

        Usage now() {
            long own = ProcessHandle.current().pid();
            return new Usage(
                    System.nanoTime(),
                    ProcessTimes.of(subject),
                    ProcessTimes.of(database),
                    ProcessTimes.of(broker),
                    subject == own ? 0 : ProcessTimes.of(own),
                    ProcessTimes.ofMachine());
        }
    }

    /** What was used between another moment and this. */
    Usage since(Usage before) {
        return new Usage(
                nanos - before.nanos,
                subject - before.subject,
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
        return Math.max(0, (machine - subject - database - broker - own) / seconds());
    }
}
