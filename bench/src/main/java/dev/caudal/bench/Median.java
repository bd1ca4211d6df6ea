package dev.caudal.bench;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The figure in the middle. */
final class Median {
    private Median() {}

    /** The median, of an even number the mean of the two in the middle; empty if there is none. */
    static OptionalDouble of(DoubleStream figures) {
        var sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
