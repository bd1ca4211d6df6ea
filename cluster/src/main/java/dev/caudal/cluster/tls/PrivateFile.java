package dev.caudal.cluster.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Files that only their owner may read. */
public final class PrivateFile {
    private PrivateFile() {}

    /**
     * Writes a file in one step; at no moment can somebody else read it.
     *
     * @param file the file, in a folder that is there
     * @param text its content
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, String text) throws IOException {
        var draft = Files.createTempFile(
                Objects.requireNonNull(file.toAbsolutePath().getParent()),
                "." + file.getFileName(),
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
