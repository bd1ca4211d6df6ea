package dev.caudal.server;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.definition.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A worker beside a platform: it runs tasks like the platform's own, and serves no API but Kafka Connect's. When one of
 * them dies, the others go on with its tasks. One thread starts and closes it; there is one in a process.
 */
public final class JoinedWorker implements AutoCloseable {
    /** Its usual port, or the next free one. */
    public static final int PORT = 8084;

    private static final String NAME = "worker";
    private static final String FOLDERS = "workers";

    private final LocalDirectory folder;
    private final ProcessRecord record;
    private final ConnectWorker worker;
    private final CompletableFuture<String> exit;

    private JoinedWorker(
            LocalDirectory folder, ProcessRecord record, ConnectWorker worker, CompletableFuture<String> exit) {
        this.folder = folder;
        this.record = record;
        this.worker = worker;
        this.exit = exit;
    }

    /**
     * The folder of a worker: its log, its record, and the secrets of the join file.
     *
     * @param data what holds all state on this machine
     * @param port where the worker shall listen
     * @return one of its own within it
     */
    public static LocalDirectory folder(LocalDirectory data, int port) {
        return new LocalDirectory(data.root().resolve(FOLDERS).resolve(Integer.toString(port)));
    }

    /**
     * The folders of all workers that were ever started.
     *
     * @param data what holds all state on this machine
     * @return by port, none when there are none
     */
    public static List<LocalDirectory> folders(LocalDirectory data) {
        var parent = data.root().resolve(FOLDERS);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var all = Files.list(parent)) {
            return all.sorted().map(LocalDirectory::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into %s: %s.".formatted(parent, e.getMessage()), e);
        }
    }

    /**
     * Starts a worker; returns when it has joined the group.
     *
     * @param join whose
     * @param folder as {@link #folder} gives it
     * @param port a free one of the loopback address
     * @return the worker, to be closed by the caller
     * @throws PlatformException when another Kafka is where the file says, or the worker does not come up
     * @throws org.apache.kafka.common.errors.TimeoutException when none answers there
     */
    public static JoinedWorker start(JoinFile join, LocalDirectory folder, int port) {
        join.requireKafka();
        join.unpack(folder);
        var exit = KafkaExits.install();
        var worker = ConnectWorker.start(join.bootstrapServers(), port, folder);
        var record = ProcessRecord.ofThisProcess(NAME, port);
        record.write(folder);
        return new JoinedWorker(folder, record, worker, exit);
    }

    /**
     * The name by which tasks and Kafka Connect know it.
     *
     * @return host and port of its Kafka Connect
     */
    public String id() {
        return worker.client().root().getAuthority();
    }

    /**
     * Completes when the worker cannot go on by itself.
     *
     * @return the reason, for people
     */
    public CompletableFuture<String> failure() {
        return exit;
    }

    /** Stops its tasks and leaves the group, which gives them to others at once. */
    @Override
    public void close() {
        worker.stop();
        record.delete(folder);
    }
}
