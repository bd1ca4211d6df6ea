package dev.caudal.bench;

import dev.caudal.local.ChildProcess;
import dev.caudal.local.ChildProcesses;
import dev.caudal.server.connect.ConnectClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stock distributed Connect worker, alone in its group, with the plug-in of one engine. */
final class Worker implements AutoCloseable {
    /** The first part of the name of a worker's group; the second is the engine's name. */
    static final String GROUP = "bench";

    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

    private static final Map<String, String> STOCK = Map.of(
            "key.converter", JSON,
            "key.converter.schemas.enable", "false",
            "value.converter", JSON,
            "value.converter.schemas.enable", "false",
            "connector.client.config.override.policy", "All",
            "scheduled.rebalance.max.delay.ms", "0",
            "config.storage.replication.factor", "1",
            "offset.storage.replication.factor", "1",
            "status.storage.replication.factor", "1");

    private final ChildProcess process;
    private final ConnectClient client;
    private final Path log;

    private Worker(ChildProcess process, Path log) {
        this.process = process;
        this.log = log;
        this.client = ConnectClient.local(process.port());
    }

    /** Starts a worker for {@code engine} and waits until it serves. */
    static Worker start(Engine engine, CdcBench.Places places, String bootstrapServers) {
        return start(engine.name(), engine.plugins(places.root()), engine.isExactlyOnce(), places, bootstrapServers);
    }

    /** Starts a worker with the plug-ins of a folder and waits until it serves. */
    static Worker start(
            String name, Path plugins, boolean exactlyOnce, CdcBench.Places places, String bootstrapServers) {
        var settings = new HashMap<>(STOCK);
        var group = GROUP + "-" + name;
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", group);
        settings.put("plugin.path", plugins.toString());
        settings.put("exactly.once.source.support", exactlyOnce ? "enabled" : "disabled");
        for (var topic : List.of("config", "offset", "status")) {
            settings.put(topic + ".storage.topic", group + "-" + topic);
        }
        var service = new WorkerService(
                places.root().resolve("testkit/workers/kafka-4.3/target/libs"),
                places.folder().run().resolve("worker.properties"),
                settings,
                places.workerOptions());
        var process = new ChildProcesses(places.folder()).ensure(service);
        return new Worker(process, places.folder().logs().resolve("worker.log"));
    }

    /** Its HTTP API. */
    ConnectClient client() {
        return client;
    }

    /** Fails with Connect's own words when a connector or its task has failed. */
    void requireRunning(String connector) {
        client.status(connector).filter(status -> status.hasFailed()).ifPresent(status -> {
            throw new BenchFailure(
                    "The connector %s has failed: %s. More in %s.".formatted(connector, status.reason(), log));
        });
    }

    /** Its process. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
