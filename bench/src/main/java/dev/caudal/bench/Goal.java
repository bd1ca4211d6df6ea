package dev.caudal.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * A goal of the project.
 *
 * @param figure the name of what is measured, mostly a ratio
 * @param text what it is
 * @param bound the bound
 * @param atLeast whether the figure shall not be lower, else not higher
 */
record Goal(String figure, String text, double bound, boolean atLeast) {
    /** Those for the REST proxy. */
    static final List<Goal> REST = List.of(
            new Goal("batch_1000_cpu", "produce, batch 1000, proxy CPU s per million", 8, false),
            new Goal("batch_1_cpu", "produce, batch 1, proxy CPU s per million", 180, false),
            new Goal("batch_1000_rate", "produce, batch 1000, rate beside direct", 0.6, true),
            new Goal("batch_100_rate", "produce, batch 100, rate beside direct", 0.6, true),
            new Goal("consume_cpu", "consume binary, proxy CPU s per million", 4, false),
            new Goal("consume_rate", "consume binary, rate beside direct", 0.6, true));

    /** Those for the sink into a bucket and the restore. */
    static final List<Goal> S3 = List.of(
            new Goal("sink_cpu", "sink, worker CPU s per million", 4, false),
            new Goal("sink_rate", "sink, rate beside the SDK alone", 0.7, true),
            new Goal("sink_bytes_cpu", "sink of bytes, worker CPU s per million", 4, false),
            new Goal("sink_bytes_rate", "sink of bytes, rate beside the SDK alone", 0.7, true),
            new Goal("sink_json_cpu", "sink by JsonConverter, worker CPU s per million", 4, false),
            new Goal("sink_json_rate", "sink by JsonConverter, rate beside the SDK", 0.7, true),
            new Goal("open_files_memory", "200 open objects, MiB above the worker", 256, false),
            new Goal("restore_rate", "restore, rate beside a producer", 0.6, true));

    /** Those for the platform's API, in milliseconds. */
    static final List<Goal> API = List.of(
            new Goal("api_p99", "API, p99 of the slowest request, ms", 50, false),
            new Goal("table_select", "select and match 10,000 tables, ms", 3_000, false));

    /** Those for capture: {@link Ratios}. */
    static final List<Goal> CDC = List.of(
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

    /** Whether what was measured is good enough. */
    boolean isReachedBy(double measured) {
        return atLeast ? measured >= bound : measured <= bound;
    }

    /** Prints those goals for which there is a figure. */
    static void print(PrintWriter out, List<Goal> goals, Map<String, Double> figures) {
        for (var goal : goals) {
            var measured = figures.get(goal.figure);
            if (measured != null) {
                out.printf(
                        "%-48s %7.2f  goal %s %7.3f  %s%n",
                        goal.text,
                        measured,
                        goal.atLeast ? ">=" : "<=",
                        goal.bound,
                        goal.isReachedBy(measured) ? "reached" : "not reached");
            }
        }
    }
}
