package dev.caudal.bench;

import dev.caudal.local.LocalDirectory;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the state of all of Caudal is kept. */
final class DataFolder {
    private DataFolder() {}

    /** The folder that the person has named, else that of the environment, else the usual one. */
    static LocalDirectory of(@Nullable Path given) {
        return new LocalDirectory(Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(System.getenv("CAUDAL_DATA")).map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".caudal")));
    }

    /** The benchmark's own folder in it. */
    static LocalDirectory bench(@Nullable Path given) {
        return new LocalDirectory(of(given).root().resolve("bench"));
    }
}
