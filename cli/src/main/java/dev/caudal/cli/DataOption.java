package dev.caudal.cli;

import dev.caudal.local.LocalDirectory;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds all state (default: CAUDAL_DATA, else ~/.caudal).")
    private @Nullable Path folder;

    /** The folder of a platform. */
    LocalDirectory folder() {
        return new LocalDirectory(path());
    }

    /** The folder of the demo, beside that of the platform. */
    LocalDirectory demo() {
        return new LocalDirectory(path().resolve("demo"));
    }

    /** The folder of the tour, beside it, too. */
    LocalDirectory tour() {
        return new LocalDirectory(path().resolve("tour"));
    }

    private Path path() {
        return Optional.ofNullable(folder)
                .or(() -> Optional.ofNullable(System.getenv("CAUDAL_DATA")).map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".caudal"));
    }
}
