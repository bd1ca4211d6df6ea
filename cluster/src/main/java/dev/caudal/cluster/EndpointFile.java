package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code run/aws.endpoint}: where the API listens, for other processes.
 *
 * @param folder the platform's folder
 */
record EndpointFile(LocalDirectory folder) {

    void write(int port) {
        try {
            Files.writeString(path(), "http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<URI> read() {
        try {
            return Files.isDirectory(folder.root())
                    ? Optional.of(URI.create(Files.readString(path()).strip()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return folder.run().resolve("aws.endpoint");
    }
}
