package dev.caudal.testkit;

import java.util.Random;

/**
 * Randomness that can be repeated. Ordinary runs take the same seed always, so that they judge the change and not the
 * day; {@code ./caudal soak} takes new ones, and {@code -Dseed=N} takes one again.
 */
public final class Seeds {
    private static final long USUAL = 1;

    private Seeds() {}

    /**
     * A generator for one test.
     *
     * @param test what it is for, printed beside the seed
     * @return a seeded generator, for one thread
     */
    public static Random random(String test) {
        long seed = Long.getLong("seed", USUAL);
        System.out.println(test + ": repeat with -Dseed=" + seed);
        return new Random(seed);
    }
}
