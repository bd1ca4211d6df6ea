package dev.caudal.bench;

import dev.caudal.local.ChildProcess;
import dev.caudal.local.ChildProcesses;
import dev.caudal.server.ConnectClient;
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

    private Worker(ChildProcess process) {
        this.process = process;
        this.client = ConnectClient.local(process.port());
    }

    /** Starts a worker for {@code engine} and waits until it serves. */
    static Worker start(Engine engine, CdcBench.Places places, String bootstrapServers) {
        var settings = new HashMap<>(STOCK);
        var group = GROUP + "-" + engine.name();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", group);
        settings.put("plugin.path", engine.plugins(places.root()).toString());
        settings.put("exactly.once.source.support", engine.isExactlyOnce() ? "enabled" : "disabled");
        for (var topic : List.of("config", "offset", "status")) {
            settings.put(topic + ".storage.topic", group + "-" + topic);
        }
        var service = new WorkerService(
                places.root().resolve("testkit/workers/kafka-4.3/target/libs"),
                places.folder().run().resolve("worker.properties"),
                settings,
                places.workerOptions());
        var process = new ChildProcesses(places.folder()).ensure(service);
        return new Worker(process);
    }

    /** Its HTTP API. */
    ConnectClient client() {
        return client;
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
