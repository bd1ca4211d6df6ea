package dev.caudal.server;

import dev.caudal.local.LocalDirectory;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectDoor;
import dev.caudal.server.connect.ConnectPassword;
import dev.caudal.server.endpoint.ConnectorSettings;
import dev.caudal.server.endpoint.EndpointSecrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A distributed Kafka Connect worker inside this process. */
final class ConnectWorker {
    /** The workers' group, a part of the transactional ids of the tasks. */
    static final String GROUP = "caudal";

    private static final Logger LOG = LoggerFactory.getLogger(ConnectWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private static final Map<String, String> BEHAVIOUR = Map.of(
            "group.id", GROUP,
            "key.converter", BYTES,
            "value.converter", BYTES,
            "exactly.once.source.support", "enabled",
            "connector.client.config.override.policy", "All",
            "plugin.discovery", "service_load",
            // The shortest session the broker allows: so long a killed worker's tasks stand still.
            "session.timeout.ms", "6000",
            "heartbeat.interval.ms", "2000",
            "scheduled.rebalance.max.delay.ms", "0");

    private static final Map<String, String> STORAGE = Map.of(
            "config.storage.topic", "caudal-connect-configs",
            "config.storage.replication.factor", "1",
            "offset.storage.topic", "caudal-connect-offsets",
            "offset.storage.replication.factor", "1",
            "offset.storage.partitions", "5",
            "status.storage.topic", "caudal-connect-status",
            "status.storage.replication.factor", "1",
            "status.storage.partitions", "1");

    private final Connect<?> connect;
    private final ConnectClient client;

    private ConnectWorker(Connect<?> connect, ConnectClient client) {
        this.connect = connect;
        this.client = client;
    }

    /** Starts a worker and waits until it has joined its group. */
    static ConnectWorker start(String bootstrapServers, int port, LocalDirectory folder) {
        var settings = new HashMap<>(BEHAVIOUR);
        settings.putAll(secrets(bootstrapServers, PlatformApi.key(folder)));
        var password = ConnectPassword.ensure(folder);
        settings.put("rest.extension.classes", ConnectDoor.class.getName());
        settings.put(ConnectDoor.FOLDER, folder.root().toString());
        settings.putAll(STORAGE);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("listeners", "http://127.0.0.1:" + port);
        var worker = new ConnectWorker(
                new ConnectDistributed().startConnect(settings),
                ConnectClient.local(port).withPassword(password));
        try {
            worker.client.awaitHealth(PATIENCE);
        } catch (RuntimeException e) {
            worker.stop();
            throw e;
        }
        return worker;
    }

    /** By which connectors get the secrets of endpoints. */
    private static Map<String, String> secrets(String bootstrapServers, Path key) {
        var provider = "config.providers." + ConnectorSettings.PROVIDER;
        return Map.of(
                "config.providers",
                ConnectorSettings.PROVIDER,
                provider + ".class",
                EndpointSecrets.class.getName(),
                provider + ".param.bootstrap.servers",
                bootstrapServers,
                provider + ".param.key.file",
                key.toString());
    }

    /** Its HTTP API. */
    ConnectClient client() {
        return client;
    }

    /**
     * Stops its tasks and leaves the group; waits also where Kafka's own hook has begun that at the end of the process. An
     * interrupt does not shorten it.
     */
    void stop() {
        boolean interrupted = Thread.interrupted();
        connect.stop();
        try {
            connect.herderTask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.atWarn().setCause(e).log("the worker ended by an error");
        } catch (TimeoutException e) {
            LOG.atError().log("the worker did not end in time; its tasks are taken over when its session ends");
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
