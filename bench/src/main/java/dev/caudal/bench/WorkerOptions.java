package dev.caudal.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What benchmarks with Connect workers have in common. */
final class WorkerOptions {
    @Mixin
    private BenchOptions bench = new BenchOptions();

    @Option(
            names = "--worker-options",
            paramLabel = "OPTIONS",
            description = "Options for the Java of the workers, separated by spaces (default: ${DEFAULT-VALUE}).")
    private String options = "-Xmx1g";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of Caudal's connector to try out.")
    private Map<String, String> settings = new LinkedHashMap<>();

    BenchOptions bench() {
        return bench;
    }

    /** More settings of the connector. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    CdcBench.Places places() {
        return new CdcBench.Places(
                Path.of(System.getProperty("caudal.root", ".")).toAbsolutePath().normalize(),
                bench.folder(),
                bench.programs(),
                List.of(options.split(" ")),
                bench.rest());
    }
}
