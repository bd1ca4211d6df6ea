package dev.caudal.bench;

import dev.caudal.local.LocalDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all benchmarks have in common. */
final class BenchOptions {
    private static final int ROUNDS = 3;

    @Option(names = "--json", description = "Print all results as JSON instead of a table.")
    private boolean json;

    @Option(names = "--quick", description = "A smaller run of one round; for a first look.")
    private boolean quick;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often everything is done by fresh processes (default: 3).")
    private @Nullable Integer rounds;

    @Option(
            names = "--restless",
            description =
                    "Do not warm up, do not wait until a process is at rest, and let one do all parts: quicker, and wrong when"
                            + " cold.")
    private boolean restless;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds all state, in bench (default: CAUDAL_DATA, else ~/.caudal).")
    private @Nullable Path data;

    boolean json() {
        return json;
    }

    boolean quick() {
        return quick;
    }

    int rounds() {
        return rounds == null ? (quick ? 1 : ROUNDS) : rounds;
    }

    /** Whether to wait until a process is at rest before it is measured. */
    boolean rest() {
        return !restless;
    }

    /** The benchmark's own folder. */
    LocalDirectory folder() {
        return DataFolder.bench(data);
    }

    /** Where programs of others are unpacked. */
    Path programs() {
        return DataFolder.of(data).servers();
    }

    /** Tells the person who waits. */
    static void note(PrintWriter err, String text) {
        err.println(text);
        err.flush();
    }
}
