package dev.caudal.bench;

import java.util.List;

/**
 * A goal of the project.
 *
 * @param ratio the name among {@link Ratios}
 * @param text what is compared
 * @param bound the bound
 * @param atLeast whether the ratio shall not be lower, else not higher
 */
record Goal(String ratio, String text, double bound, boolean atLeast) {
    /** All of them. */
    static final List<Goal> ALL = List.of(
            new Goal("full_load_rate", "full load, rows/s", 6, true),
            new Goal("change_rate", "changes, rows/s", 6, true),
            new Goal("change_cpu", "changes, worker CPU per million", 1 / 8.0, false),
            new Goal("latency_p50", "latency p50, broker ours", 1 / 3.0, false),
            new Goal("latency_p99", "latency p99, broker ours", 3 / 4.0, false),
            new Goal("latency_p50_default_broker", "latency p50, broker default", 1 / 2.0, false),
            new Goal("latency_p99_default_broker", "latency p99, broker default", 1, false),
            new Goal("latency_p99_exactly_once", "latency p99, broker ours, both exactly once", 1 / 3.0, false),
            new Goal(
                    "latency_p99_exactly_once_default_broker",
                    "latency p99, broker default, both exactly once",
                    1 / 3.0,
                    false));

    /** Whether a measured ratio is good enough. */
    boolean isReachedBy(double measured) {
        return atLeast ? measured >= bound : measured <= bound;
    }
}
