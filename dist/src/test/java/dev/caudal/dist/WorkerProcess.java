package dev.caudal.dist;

import dev.caudal.local.Port;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A stock Kafka Connect worker in a process of its own, with Caudal only in its plugin.path. */
final class WorkerProcess implements AutoCloseable {

    private final Path folder;
    private final String version;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final ConnectClient client;
    private Process process;

    private WorkerProcess(String version, String bootstrapServers, String group, Map<String, String> more) {
        this.version = version;
        try {
            folder = Files.createTempDirectory("worker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = Port.any().choose("a stock worker");
        client = ConnectClient.local(port);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", group);
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.put("rest.advertised.host.name", "127.0.0.1");
        settings.put("plugin.path", Repository.plugins());
        settings.put("exactly.once.source.support", "enabled");
        settings.put("connector.client.config.override.policy", "All");
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "2000");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        for (String topic : List.of("config", "offset", "status")) {
            settings.put(topic + ".storage.topic", group + "-" + topic);
            settings.put(topic + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "5");
        settings.put("status.storage.partitions", "1");
        settings.putAll(more);
        process = launch();
    }

    /** Starts a worker of Kafka {@code version} in {@code group} and waits until it serves. */
    static WorkerProcess start(String version, String bootstrapServers, String group) {
        return start(version, bootstrapServers, group, Map.of());
    }

    /** The same with other settings of the worker. */
    static WorkerProcess start(String version, String bootstrapServers, String group, Map<String, String> more) {
        WorkerProcess worker = new WorkerProcess(version, bootstrapServers, group, more);
        worker.awaitServing();
        return worker;
    }

    private Process launch() {
        try {
            Path file = folder.resolve("worker.properties");
            Properties properties = new Properties();
            properties.putAll(settings);
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            Repository.worker(version) + "/*",
                            "org.apache.kafka.connect.cli.ConnectDistributed",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("worker.log");
    }

    /** Waits until the worker answers and has joined its group. */
    void awaitServing() {
        Eventually.holds("the worker serves", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The worker ended: " + logTail());
            }
            // Workers before 3.9 have no /health, so the list of connectors it is.
            try {
                return client.connectors() != null;
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    /** The last lines that the worker wrote. */
    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 400), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the reader of a failed test needs: the task's state, the threads and the last lines of the log. */
    String diagnosis(String connector) {
        String status;
        try {
            status = client.status(connector).toString();
        } catch (RuntimeException e) {
            status = e.toString();
        }
        signal("QUIT");
        return "status: " + status + "\n" + logTail();
    }

    ConnectClient client() {
        return client;
    }

    /** Whether the connector's task runs in this worker, as this worker or any other of its group says. */
    boolean runs(String connector) {
        try {
            return client.status(connector)
                    .filter(status -> status.workers().contains(address()))
                    .isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private String address() {
        return client.root().getHost() + ":" + client.root().getPort();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Starts again after {@link #kill}. */
    void restart() {
        process = launch();
        awaitServing();
    }

    /** SIGSTOP: the process hangs. */
    void hang() {
        signal("STOP");
    }

    /** SIGCONT: the process goes on. */
    void wake() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        wake();
        process.destroyForcibly();
        await();
    }
}
