package dev.caudal.dist;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectPassword;
import dev.caudal.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code caudal up} in a process of its own, as the launcher starts it. */
final class PlatformProcess implements AutoCloseable {

    private final Path data;
    private final int kafkaPort = Port.any().choose("a broker");
    private final int connectPort = Port.any().choose("a worker");
    private final int apiPort = Port.any().choose("the API");
    private final int restPort = Port.any().choose("the REST proxy");
    private final int s3Port = Port.any().choose("the object store");
    private final int awsPort = Port.any().choose("the API of clusters");
    private Process process;

    /** Starts a platform that keeps everything in {@code data}. */
    PlatformProcess(Path data) {
        this.data = data;
        this.process = launch();
        awaitServing();
    }

    private Process launch() {
        try {
            return command(
                    "up",
                    "--kafka-port",
                    Integer.toString(kafkaPort),
                    "--connect-port",
                    Integer.toString(connectPort),
                    "--api-port",
                    Integer.toString(apiPort),
                    "--rest-port",
                    Integer.toString(restPort),
                    "--s3-port",
                    Integer.toString(s3Port),
                    "--aws-port",
                    Integer.toString(awsPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another command of the same folder; what it says goes to the same log. */
    Process command(String name, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Repository.program() + "/*",
                "dev.caudal.cli.Main",
                name,
                "--data",
                data.toString());
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** A file of its folder. */
    Path file(String name) {
        return data.resolve(name);
    }

    private Path log() {
        return data.resolve("test.log");
    }

    /** Waits until the worker answers. */
    void awaitServing() {
        Eventually.holds("the platform serves", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The platform ended: " + Files.readString(log()));
            }
            return client().isHealthy();
        });
    }

    ConnectClient client() {
        return client(connectPort);
    }

    /** A client of any worker of the platform's group. */
    ConnectClient client(int port) {
        var client = ConnectClient.local(port);
        return ConnectPassword.read(new LocalDirectory(data))
                .map(client::withPassword)
                .orElse(client);
    }

    /** Where API and console are. */
    int apiPort() {
        return apiPort;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Waits until the API listens, too. */
    void awaitApi() {
        Eventually.holds("the API listens", () -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), apiPort)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** SIGKILL of the platform; its broker goes on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** SIGKILL of its broker, which it starts again by itself. */
    void killBroker() {
        long killed = broker();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        Eventually.holds(
                "the platform has another broker", () -> broker() != killed && broker() != 0 && client().isHealthy());
    }

    /** The number of the broker's process; 0 while it is being started. */
    private long broker() {
        return ProcessRecord.read(new LocalDirectory(data), "kafka")
                .map(ProcessRecord::pid)
                .orElse(0L);
    }

    /** Starts it again; it adopts the broker. */
    void restart() {
        process = launch();
        awaitServing();
    }

    /** The largest memory that the process has taken so far, in megabytes. */
    long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        try {
            command("down").waitFor(60, TimeUnit.SECONDS);
            kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
