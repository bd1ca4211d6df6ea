package dev.caudal.server;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.definition.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Keeps a second platform out of a folder; the system releases it when the process ends, however it ends. */
final class PlatformLock implements AutoCloseable {
    private final FileChannel channel;

    private PlatformLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says who has it. */
    static PlatformLock take(LocalDirectory folder) {
        try {
            var channel = FileChannel.open(
                    folder.run().resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw taken(folder);
            }
            return new PlatformLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static PlatformException taken(LocalDirectory folder) {
        var owner = ProcessRecord.read(folder, Platform.NAME)
                .map(record -> "process " + record.pid())
                .orElse("another process");
        return new PlatformException(
                "Cannot start a platform in %s: %s runs one there. Stop it with 'caudal down --data %s', or give another folder with --data."
                        .formatted(folder.root(), owner, folder.root()));
    }
}
