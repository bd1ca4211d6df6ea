package dev.caudal.testkit;

import java.util.Random;

/** Randomness that can be repeated: every run prints its seed, and {@code -Dseed=N} takes one again. */
public final class Seeds {
    private Seeds() {}

    /**
     * A generator for one test.
     *
     * @param test what it is for, printed beside the seed
     * @return a seeded generator, for one thread
     */
    public static Random random(String test) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(test + ": repeat with -Dseed=" + seed);
        return new Random(seed);
    }
}
