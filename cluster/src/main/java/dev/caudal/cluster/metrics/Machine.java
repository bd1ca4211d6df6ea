package dev.caudal.cluster.metrics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the operating system tells: of this process its share of the processors, of the machine all else, which its
 * brokers have in common. Empty where the system is not Linux. One thread at a time.
 */
final class Machine {
    private static final Path PROC = Path.of("/proc");
    private static final double KIB = 1024;

    private final Path data;
    private Times last = new Times(0, 0, 0, 0, 0);

    /** Ticks of the processors since the machine, or the process, was started. */
    private record Times(long all, long idle, long waiting, long user, long system) {
        private static Times now() throws IOException {
            var machine = Files.readAllLines(PROC.resolve("stat")).get(0).split(" +");
            long all = 0;
            // Time of guests, from the ninth on, is in that of users, too.
            for (int i = 1; i <= 8; i++) {
                all += Long.parseLong(machine[i]);
            }
            var stat = Files.readString(PROC.resolve("self/stat"));
            var self = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new Times(
                    all,
                    Long.parseLong(machine[4]),
                    Long.parseLong(machine[5]),
                    Long.parseLong(self[11]),
                    Long.parseLong(self[12]));
        }
    }

    Machine(Path data) {
        this.data = data;
    }

    List<Metric> look() {
        var all = new ArrayList<Metric>();
        try {
            processors(all);
            memory(all);
            all.add(of(OwnMetric.ROOT_DISK_USED, diskUsed(Path.of("/"))));
            all.add(of(OwnMetric.KAFKA_DATA_LOGS_DISK_USED, diskUsed(data)));
        } catch (IOException e) {
            return List.of();
        }
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().matches(".*(Old|Tenured).*"))
                .filter(pool -> pool.getCollectionUsage() != null
                        && pool.getCollectionUsage().getMax() > 0)
                .forEach(pool -> all.add(of(
                        OwnMetric.HEAP_MEMORY_AFTER_GC,
                        100.0
                                * pool.getCollectionUsage().getUsed()
                                / pool.getCollectionUsage().getMax())));
        return all;
    }

    private void processors(List<Metric> all) throws IOException {
        var now = Times.now();
        double passed = now.all - last.all;
        if (passed > 0) {
            all.add(of(OwnMetric.CPU_IDLE, 100 * (now.idle - last.idle) / passed));
            all.add(of(OwnMetric.CPU_IO_WAIT, 100 * (now.waiting - last.waiting) / passed));
            all.add(of(OwnMetric.CPU_USER, 100 * (now.user - last.user) / passed));
            all.add(of(OwnMetric.CPU_SYSTEM, 100 * (now.system - last.system) / passed));
        }
        last = now;
    }

    private static void memory(List<Metric> all) throws IOException {
        Map<String, Double> sizes = new HashMap<>();
        for (var line : Files.readAllLines(PROC.resolve("meminfo"))) {
            var words = line.split("[: ]+");
            sizes.put(words[0], KIB * Long.parseLong(words[1]));
        }
        double free = sizes.getOrDefault("MemFree", 0.0);
        double buffers = sizes.getOrDefault("Buffers", 0.0);
        double cached = sizes.getOrDefault("Cached", 0.0);
        double swapFree = sizes.getOrDefault("SwapFree", 0.0);
        all.add(of(OwnMetric.MEMORY_USED, sizes.getOrDefault("MemTotal", 0.0) - free - buffers - cached));
        all.add(of(OwnMetric.MEMORY_FREE, free));
        all.add(of(OwnMetric.MEMORY_BUFFERED, buffers));
        all.add(of(OwnMetric.MEMORY_CACHED, cached));
        all.add(of(OwnMetric.SWAP_USED, sizes.getOrDefault("SwapTotal", 0.0) - swapFree));
        all.add(of(OwnMetric.SWAP_FREE, swapFree));
    }

    private static double diskUsed(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        long total = store.getTotalSpace();
        return total == 0 ? 0 : 100.0 * (total - store.getUsableSpace()) / total;
    }

    private static Metric of(OwnMetric metric, double value) {
        return metric.of(value, Map.of());
    }
}
