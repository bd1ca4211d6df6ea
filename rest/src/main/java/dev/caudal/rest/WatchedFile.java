package dev.caudal.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file says, as it was at most a few seconds ago. Any thread may ask.
 *
 * @param <T> what is read of it
 */
public final class WatchedFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final Supplier<T> reader;
    private volatile T content;
    private volatile long looked = System.nanoTime();
    private FileTime changed;

    /**
     * Reads the file.
     *
     * @param file it need not exist
     * @param reader reads it anew; throws {@link RestProxyException} where that cannot be
     * @throws RestProxyException what the reader throws
     */
    public WatchedFile(Path file, Supplier<T> reader) {
        this.file = file;
        this.reader = reader;
        changed = lastChange().orElse(FileTime.fromMillis(0));
        content = reader.get();
    }

    /**
     * What the file says.
     *
     * @return as it was before, while the file is not there or has an error
     */
    public T content() {
        if (System.nanoTime() - looked > LOOK_NANOS) {
            look();
        }
        return content;
    }

    private synchronized void look() {
        if (System.nanoTime() - looked <= LOOK_NANOS) {
            return;
        }
        looked = System.nanoTime();
        lastChange().filter(time -> !time.equals(changed)).ifPresent(time -> {
            changed = time;
            try {
                content = reader.get();
                LOG.atInfo().addKeyValue("file", file).log("was read anew");
            } catch (RestProxyException e) {
                LOG.atError().log("All stays as it was. {}", e.getMessage());
            }
        });
    }

    /** Empty while the file cannot be seen, as when it is being replaced. */
    private Optional<FileTime> lastChange() {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
