package dev.caudal.bench;

import java.time.Duration;

/** Waiting until a process that has started is at rest: its compiler works on long after it serves. */
final class Settling {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final long LOOK_MILLIS = 1_000;
    private static final double REST = 0.08;

    private Settling() {}

    /** Waits until the process uses less than a twelfth of a processor, at most 40 s. */
    static void await(long pid) throws InterruptedException {
        long begin = System.nanoTime();
        double before = ProcessTimes.of(pid);
        while (System.nanoTime() - begin < LIMIT.toNanos()) {
            Thread.sleep(LOOK_MILLIS);
            double now = ProcessTimes.of(pid);
            if (now - before < REST) {
                return;
            }
            before = now;
        }
    }
}
