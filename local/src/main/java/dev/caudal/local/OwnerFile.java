package dev.caudal.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
     * Writes a file in one step, over what is there. It is on the disk when this returns; when it fails, the file is as it
     * was and no draft is left.
     *
     * @param file where
     * @param text what
     * @throws IOException when that cannot be
     */
    public static void replace(Path file, String text) throws IOException {
        var draft = emptyDraft(file);
        try {
            Files.writeString(draft, text, StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Writes a new file in one step.
     *
     * @param file where
     * @param text what
     * @throws IOException when that cannot be
     * @throws java.nio.file.FileAlreadyExistsException when it is there
     */
    public static void create(Path file, String text) throws IOException {
        var draft = emptyDraft(file);
        try {
            Files.writeString(draft, text, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
    }

    /**
     * Adds to a file, which is made if it is not there. It is with the operating system when this returns.
     *
     * @param file where
     * @param bytes what
     * @throws IOException when that cannot be; a part may be there then
     */
    public static void append(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ONLY)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    private static Path emptyDraft(Path file) throws IOException {
        var folder = file.toAbsolutePath().normalize().getParent();
        return Files.createTempFile(folder, "." + file.getFileName(), ".draft", ONLY);
    }
}
