package dev.caudal.local;

import java.net.URI;
import java.time.Duration;

/**
 * A real object store with the API of Amazon S3 (S3Proxy) in a process of its own; its objects are plain files in the
 * platform's folder.
 *
 * <p>It checks signatures (version 4) and conditional writes as Amazon does. It has neither tags nor server-side
 * encryption. Address buckets by path. It outlives this process when this one is killed; the next start adopts it. Start
 * and stop belong to one thread.
 */
public final class LocalS3 {
    /** The name of its process, log and data folder. */
    public static final String NAME = "s3";

    /** The port that the platform's store usually has. */
    public static final int USUAL_PORT = 9000;

    /** Both halves of the only key that it accepts. */
    public static final String KEY = "test";

    /** A region to sign with; it accepts any. */
    public static final String REGION = "us-east-1";

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ChildProcess process;

    private LocalS3(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts the store, or adopts the one that runs for this folder; returns when it serves.
     *
     * @param folder the platform's folder
     * @param port where clients shall connect on the loopback address
     * @return the serving store
     * @throws LocalServerException when it does not start
     */
    public static LocalS3 start(LocalDirectory folder, Port port) {
        var service = new S3Service(folder, port, JavaCommand.likeThisProcess());
        return new LocalS3(new ChildProcesses(folder).ensure(service));
    }

    /**
     * The address of a store.
     *
     * @param port its port
     * @return {@code http://127.0.0.1:PORT}
     */
    public static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Where clients connect.
     *
     * @return {@code http://127.0.0.1:PORT}
     */
    public URI endpoint() {
        return endpoint(port());
    }

    /**
     * The port of the store.
     *
     * @return 1 to 65535
     */
    public int port() {
        return process.port();
    }

    /**
     * The store as a child of this process, to be supervised.
     *
     * @return the same for as long as the store is not stopped
     */
    public ChildProcess process() {
        return process;
    }

    /** Ends the store in order and waits for it. */
    public void stop() {
        process.stop(GRACE);
    }

    /** Ends the store by SIGKILL, as a crash would; it can be started again on its data. */
    public void kill() {
        process.kill();
    }
}
