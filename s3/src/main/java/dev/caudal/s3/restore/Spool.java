package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Objects on their way through a file, so that not one record of an object is used before all its bytes are found to be
 * right, and the memory that it takes does not depend on its size.
 */
final class Spool {
    private static final int BUFFER = 64 * 1024;

    private Spool() {}

    /** The bytes of an object, which deletes its file when it is closed. */
    static InputStream fetch(ArchiveBucket bucket, String key, long bytes, String crc32c) throws IOException {
        var file = Files.createTempFile("caudal-restore", ".object");
        try {
            var found = copy(bucket, key, file);
            if (!found.equals(crc32c)) {
                throw new ArchiveException(
                        "%s is damaged: it has %d bytes with CRC32C %s, and %d bytes with CRC32C %s were written. Bring the right version of the object back."
                                .formatted(key, Files.size(file), found, bytes, crc32c));
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static String copy(ArchiveBucket bucket, String key, Path file) throws IOException {
        var checksum = new Checksum();
        try (var in = bucket.open(key);
                var out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                checksum.add(buffer, 0, some);
                out.write(buffer, 0, some);
            }
        }
        return checksum.text();
    }
}
