package dev.caudal.bench;

/**
 * One measured load or catch-up. Counted from the first record on the broker to the last that a reader of committed
 * records sees.
 *
 * @param part load or changes
 * @param engine the engine's name
 * @param round which round, from 1
 * @param warm whether the worker has done the same before
 * @param rows how many rows
 * @param used time, and CPU seconds of all processes
 * @param secondsToFirst seconds from the request to the first record
 * @param peakMemory the most memory of the worker's process until then, in MiB
 */
record Transfer(
        Part part,
        String engine,
        int round,
        boolean warm,
        long rows,
        Usage used,
        double secondsToFirst,
        long peakMemory) {
    /** Rows a second. */
    double rate() {
        return rows / used.seconds();
    }

    /** CPU seconds of the worker's process for a million rows. */
    double workerCpu() {
        return perMillion(used.subject());
    }

    /** CPU seconds of something for a million rows. */
    double perMillion(double seconds) {
        return seconds * 1e6 / rows;
    }
}
