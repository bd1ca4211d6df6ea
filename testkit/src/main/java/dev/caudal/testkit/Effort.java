package dev.caudal.testkit;

import java.util.concurrent.TimeUnit;

/** How much a test does: little in an ordinary run, more by {@code ./caudal soak}, which sets {@code tests.soak}. */
public final class Effort {
    private Effort() {}

    /**
     * How often, or how many.
     *
     * @param usual in an ordinary run
     * @param soak by {@code ./caudal soak}
     * @return the one that holds in this run
     */
    public static int of(int usual, int soak) {
        return Boolean.getBoolean("tests.soak") ? soak : usual;
    }

    /**
     * Whether a test that works in rounds shall begin another one: {@code -Dtests.minutes=N} gives it time, else it has none.
     *
     * @param begin when it began, by {@link System#nanoTime()}
     * @return false once the time is over
     */
    public static boolean isTimeLeft(long begin) {
        return System.nanoTime() - begin < TimeUnit.MINUTES.toNanos(Long.getLong("tests.minutes", 0));
    }
}
