package dev.caudal.cli;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalS3;
import dev.caudal.local.ProcessRecord;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;

/** The object store that runs in a data folder. */
final class RunningS3 {
    private RunningS3() {}

    /** Its address; empty when none runs there. */
    static Optional<URI> endpoint(LocalDirectory folder) {
        return Files.isDirectory(folder.root())
                ? ProcessRecord.read(folder, LocalS3.NAME)
                        .filter(ProcessRecord::isAlive)
                        .map(record -> LocalS3.endpoint(record.port()))
                : Optional.empty();
    }
}
