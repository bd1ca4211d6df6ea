package dev.caudal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of processes under {@code /proc}. */
final class ProcessTimes {
    private static final double TICKS_PER_SECOND = 100;

    private ProcessTimes() {}

    /** CPU seconds that a process has used since its start; 0 if it is gone. */
    static double of(long pid) {
        var stat = read(Path.of("/proc/" + pid + "/stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        // The name in parentheses may have spaces; user and system time are the 12th and 13th field behind it.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** CPU seconds that all processes of the machine have used, summed over its processors. */
    static double ofMachine() {
        var fields = read(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElse("cpu 0 0 0 0 0 0 0 0")
                .split(" +");
        long busy = 0;
        for (int field : new int[] {1, 2, 3, 6, 7}) {
            busy += Long.parseLong(fields[field]);
        }
        return busy / TICKS_PER_SECOND;
    }

    /** The most memory that a process has had at a time, in MiB. */
    static long peakMemory(long pid) {
        return read(Path.of("/proc/" + pid + "/status"))
                        .lines()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
