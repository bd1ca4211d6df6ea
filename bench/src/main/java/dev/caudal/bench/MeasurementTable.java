package dev.caudal.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Measurements for the person at the terminal. */
final class MeasurementTable {
    private MeasurementTable() {}

    /** Prints all runs, then the figures that have a goal. */
    static void print(PrintWriter out, Measurements measurements, Map<String, Double> figures, List<Goal> goals) {
        out.printf(
                "%-10s %-10s %5s %5s %10s %11s %9s %9s %9s %8s %7s%n",
                "PART",
                "ENGINE",
                "ROUND",
                "STATE",
                "RECORDS",
                "RECORDS/S",
                "CPU s",
                "BROKER s",
                "LOAD s",
                "PEAK MiB",
                "OTHERS");
        for (var each : measurements.all()) {
            out.printf(
                    "%-10s %-10s %5d %5s %,10d %,11.0f %9.2f %9.2f %9.2f %8d %7.2f%n",
                    each.part(),
                    each.engine(),
                    each.round(),
                    each.state(),
                    each.records(),
                    each.rate(),
                    each.cpu(),
                    each.perMillion(each.used().broker()),
                    each.perMillion(each.used().own()),
                    each.peakMemory(),
                    each.used().foreignCores());
        }
        out.println(
                "Seconds are of CPU per million records; load: the benchmark itself, where it is not what is measured;");
        out.println("others: processors that other processes took.");
        out.println();
        Goal.print(out, goals, figures);
    }
}
