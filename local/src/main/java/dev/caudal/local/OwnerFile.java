package dev.caudal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, from their first byte on. */
public final class OwnerFile {
    private static final FileAttribute<Set<PosixFilePermission>> ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerFile() {}

    /**
     * Writes a file in one step, over what is there.
     *
     * @param file where
     * @param text what
     * @throws IOException when that cannot be
     */
    public static void replace(Path file, String text) throws IOException {
        var draft = draft(file, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes a file in one step.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it is there
     */
    static void create(Path file, String text) throws IOException {
        var draft = draft(file, text);
        try {
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
    }

    private static Path draft(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().normalize().getParent();
        var draft = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".draft", ONLY);
        return Files.writeString(draft, text);
    }
}
