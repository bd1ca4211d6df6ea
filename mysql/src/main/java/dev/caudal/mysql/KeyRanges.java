package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is to be loaded of a table into ranges of keys, which connections load beside one another. */
final class KeyRanges {
    /** How many keys make it worth to ask once more. */
    static final long SMALLEST = 20_000;

    private KeyRanges() {}

    /**
     * Ranges of about the same width, which together are the gap.
     *
     * @param gap what is to be loaded
     * @param low the lowest key that a row of the gap may have
     * @param high the highest; lower than {@code low} where there is none
     * @param parts about how many ranges, from 2 on
     */
    static List<LoadedRanges.Gap> split(LoadedRanges.Gap gap, long low, long high, int parts) {
        List<LoadedRanges.Gap> ranges = new ArrayList<>();
        long from = gap.from();
        if (low < high) {
            // Keys may be farther apart than a long can say: what is between two is a number without a sign.
            long even = Long.divideUnsigned(high - low, parts) + 1;
            long step = Long.compareUnsigned(even, SMALLEST) < 0 ? SMALLEST : even;
            for (long to = low; Long.compareUnsigned(high - to, step) > 0; ) {
                to += step;
                ranges.add(new LoadedRanges.Gap(from, to));
                from = to + 1;
            }
        }
        ranges.add(new LoadedRanges.Gap(from, gap.to()));
        return ranges;
    }
}
