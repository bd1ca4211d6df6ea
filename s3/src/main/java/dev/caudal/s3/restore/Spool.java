package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;

/**
 * Objects on their way through a file, so that not one record of an object is used before all its bytes are found to be
 * right, and the memory that it takes does not depend on its size.
 */
final class Spool {
    private static final int BUFFER = 64 * 1024;

    private Spool() {}

    /** The bytes of an object, which deletes its file when it is closed. */
    static InputStream fetch(ArchiveBucket bucket, String key, long bytes, String sha256) throws IOException {
        var file = Files.createTempFile("caudal-restore", ".object");
        try {
            var found = copy(bucket, key, file);
            if (!found.equals(sha256)) {
                throw new ArchiveException(
                        "%s is damaged: it has %d bytes with SHA-256 %s, and %d bytes with SHA-256 %s were written. Bring the right version of the object back."
                                .formatted(key, Files.size(file), found, bytes, sha256));
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static String copy(ArchiveBucket bucket, String key, Path file) throws IOException {
        var digest = Sha256.start();
        try (var in = new DigestInputStream(bucket.open(key), digest);
                var out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                out.write(buffer, 0, some);
            }
        }
        return Sha256.hex(digest);
    }
}
