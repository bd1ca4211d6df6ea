package dev.caudal.dist;

import dev.caudal.local.Port;
import dev.caudal.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code caudal rest-proxy start} in a process of its own, as the launcher starts it. */
final class RestProxyProcess implements AutoCloseable {

    private final Path folder;
    private final int port = Port.any().choose("a REST proxy");
    private Process process;

    /** Starts a proxy with more lines in its file; it serves when this returns. */
    RestProxyProcess(String bootstrapServers, String... more) {
        try {
            folder = Files.createTempDirectory("rest-proxy");
            Files.write(
                    folder.resolve("kafka-rest.properties"),
                    List.of(
                            "bootstrap.servers=" + bootstrapServers,
                            "listeners=http://127.0.0.1:" + port,
                            String.join("\n", more)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
        awaitServing();
    }

    int port() {
        return port;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** Starts it again after {@link #kill}, at the same address. */
    void restart() {
        process = launch();
        awaitServing();
    }

    private Process launch() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            Repository.program() + "/*",
                            "dev.caudal.cli.Main",
                            "rest-proxy",
                            "start",
                            folder.resolve("kafka-rest.properties").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("test.log");
    }

    private void awaitServing() {
        Eventually.holds("the REST proxy serves", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The REST proxy ended: " + Files.readString(log()));
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
