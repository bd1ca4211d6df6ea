package dev.caudal.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.ConnectorConfig;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.util.FutureCallback;

/** A worker that runs in this process; there is one in a process. */
public final class RunningWorker implements AutoCloseable {
    /** The property of Java in which our sink finds the id of the worker's cluster, since Kafka Connect does not tell it. */
    private static final String CLUSTER_ID = "caudal.worker.cluster.id";

    /** The thread by which Kafka Connect stops itself; while it does, a second call of its stop returns at once. */
    private static final String HOOK = "connect-shutdown-hook";

    private static final int BROKER_MILLIS = 15_000;
    private static final int CREATE_SECONDS = 90;
    private static final int PORTS = 100;

    private final Connect<?> connect;
    private final CompletableFuture<String> exit;

    private RunningWorker(Connect<?> connect, CompletableFuture<String> exit) {
        this.connect = connect;
        this.exit = exit;
    }

    /** Starts a worker; {@code starter} is Kafka's own, which ends the process when it fails. */
    static RunningWorker start(WorkerFile file, Function<Map<String, String>, Connect<?>> starter) {
        System.setProperty(CLUSTER_ID, clusterId(file));
        var settings = file.hasListeners() ? file : file.with("listeners", "http://127.0.0.1:" + freePort());
        var exit = new CompletableFuture<String>();
        Exit.Procedure procedure = (status, message) -> {
            exit.complete(message == null ? "status " + status : message);
            throw new WorkerEnded(status);
        };
        Exit.setExitProcedure(procedure);
        Exit.setHaltProcedure(procedure);
        try {
            return new RunningWorker(starter.apply(settings.settings()), exit);
        } catch (WorkerEnded | KafkaException e) {
            throw new LaunchException(
                    LaunchException.Kind.NOT_STARTED,
                    "The worker of %s did not start. Its log above says why; --verbose says more."
                            .formatted(file.path()),
                    e);
        }
    }

    /**
     * The HTTP API of the worker.
     *
     * @return its address
     */
    public URI api() {
        return connect.rest().advertisedUrl();
    }

    /**
     * Completes when the worker cannot go on.
     *
     * @return the reason, for people
     */
    public CompletableFuture<String> failure() {
        return exit;
    }

    /** Creates a connector, or changes the one of that name. */
    void create(Map<String, String> settings) {
        var name = settings.getOrDefault(ConnectorConfig.NAME_CONFIG, "");
        var created = new FutureCallback<Herder.Created<ConnectorInfo>>();
        connect.herder().putConnectorConfig(name, settings, true, created);
        try {
            created.get(CREATE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refused(
                    name, String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        } catch (TimeoutException e) {
            throw refused(name, "it was not created within " + CREATE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(name, "interrupted");
        }
    }

    /** Stops the tasks and the worker; waits also where Kafka's own hook has begun that at the end of the process. */
    @Override
    public void close() {
        connect.stop();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(HOOK))
                .forEach(RunningWorker::await);
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LaunchException refused(String name, String reason) {
        return new LaunchException(
                LaunchException.Kind.BAD_FILE, "The worker refused the connector %s: %s".formatted(name, reason));
    }

    /** The worker itself would try for a minute, and then tell of it by a trace. */
    private static String clusterId(WorkerFile file) {
        var settings = new HashMap<String, Object>(file.settings());
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put("default.api.timeout.ms", BROKER_MILLIS);
        settings.put("request.timeout.ms", BROKER_MILLIS);
        try (var admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get(2L * BROKER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new LaunchException(
                    LaunchException.Kind.NOT_STARTED,
                    "The worker of %s cannot reach Kafka at %s: %s"
                            .formatted(file.path(), file.bootstrapServers(), cause.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException(LaunchException.Kind.NOT_STARTED, "Interrupted while the worker started.", e);
        }
    }

    /** 8083, or the next free one when the platform's worker has it. */
    private static int freePort() {
        for (int port = WorkerFile.USUAL_PORT; port < WorkerFile.USUAL_PORT + PORTS; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new LaunchException(
                LaunchException.Kind.NOT_STARTED,
                "Port %d and the %d after it are taken. Give 'listeners' in the worker's file."
                        .formatted(WorkerFile.USUAL_PORT, PORTS));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == port;
        } catch (IOException e) {
            return false;
        }
    }

    /** Kafka's code wanted to end the process. */
    private static final class WorkerEnded extends RuntimeException {
        WorkerEnded(int status) {
            super("status " + status);
        }
    }
}
