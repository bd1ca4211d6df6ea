package dev.caudal.bench;

import java.io.PrintWriter;

/** The results for people. */
final class TextReport {
    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    /** Prints single runs, then ratios beside goals. */
    void print(Results results) {
        transfers(results);
        latencies(results);
        Goal.print(out, Goal.CDC, Ratios.of(results));
        out.flush();
    }

    private void transfers(Results results) {
        if (results.transfers().isEmpty()) {
            return;
        }
        out.printf(
                "%-8s %-22s %5s %5s %10s %11s %9s %9s %9s %8s %7s%n",
                "PART",
                "ENGINE",
                "ROUND",
                "STATE",
                "ROWS",
                "ROWS/S",
                "WORKER s",
                "DB s",
                "BROKER s",
                "PEAK MiB",
                "OTHERS");
        for (var each : results.transfers()) {
            out.printf(
                    "%-8s %-22s %5d %5s %,10d %,11.0f %9.2f %9.2f %9.2f %8d %7.2f%n",
                    Words.of(each.part()),
                    each.engine(),
                    each.round(),
                    each.warm() ? "warm" : "cold",
                    each.rows(),
                    each.rate(),
                    each.workerCpu(),
                    each.perMillion(each.used().database()),
                    each.perMillion(each.used().broker()),
                    each.peakMemory(),
                    each.used().foreignCores());
        }
        out.println("Seconds are of CPU per million rows; others: processors that other processes took.");
        out.println();
    }

    private void latencies(Results results) {
        if (results.latencies().isEmpty()) {
            return;
        }
        out.printf(
                "%-8s %-22s %-8s %5s %8s %8s %8s %8s %8s %7s%n",
                "PART", "ENGINE", "BROKER", "ROUND", "P50 ms", "P90 ms", "P99 ms", "P99.9 ms", "MAX ms", "OTHERS");
        for (var each : results.latencies()) {
            out.printf(
                    "%-8s %-22s %-8s %5d %8.2f %8.2f %8.2f %8.2f %8.2f %7.2f%n",
                    "latency",
                    each.engine(),
                    Words.of(each.broker()),
                    each.round(),
                    each.quantile(0.5),
                    each.quantile(0.9),
                    each.quantile(0.99),
                    each.quantile(0.999),
                    each.quantile(1),
                    each.foreignCores());
        }
        out.println();
    }
}
