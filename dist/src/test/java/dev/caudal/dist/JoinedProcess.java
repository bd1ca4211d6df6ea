package dev.caudal.dist;

import dev.caudal.local.Port;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code caudal worker --join} in a process of its own, beside a platform. */
final class JoinedProcess implements AutoCloseable {
    private final PlatformProcess platform;
    private final Path join;
    private final int port = Port.any().choose("a joined worker");
    private Process process;

    /** Writes a join file and starts a worker by it. */
    JoinedProcess(PlatformProcess platform) throws IOException, InterruptedException {
        this.platform = platform;
        this.join = platform.file("join.json");
        int code = platform.command("join-file", join.toString()).waitFor();
        if (code != 0) {
            throw new AssertionError("The join file was not written: " + code);
        }
        process = launch();
    }

    private Process launch() throws IOException {
        var launched = platform.command("worker", "--join", join.toString(), "--port", Integer.toString(port));
        Eventually.holds("the worker has joined", () -> {
            if (!launched.isAlive()) {
                throw new AssertionError("The worker ended: " + Files.readString(platform.file("test.log")));
            }
            return client().isHealthy();
        });
        return launched;
    }

    /** Its Kafka Connect. */
    ConnectClient client() {
        return platform.client(port);
    }

    /** The port of its Kafka Connect. */
    int port() {
        return port;
    }

    /** What it has written. */
    String log() throws IOException {
        return Files.readString(platform.file("workers/" + port + "/logs/worker.log"));
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** Starts it again after {@link #kill}. */
    void restart() throws IOException {
        process = launch();
    }

    /** What Ctrl-C does; returns its exit code. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        process.waitFor(120, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
