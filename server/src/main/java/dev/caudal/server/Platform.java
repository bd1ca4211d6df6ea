package dev.caudal.server;

import dev.caudal.cluster.ControlPlane;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.LocalS3;
import dev.caudal.local.ProcessRecord;
import dev.caudal.local.Supervisor;
import dev.caudal.rest.RestProxy;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.kafka.KafkaClusters;
import dev.caudal.server.kafka.PlatformTopics;
import dev.caudal.server.world.WorldRun;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running platform of one folder: a broker and, if wanted, a database and an object store as child processes, a Connect worker, a REST proxy and the API in this one.
 * Other Kafka clusters of the machine are its children, too. A child that ends is started again on its data and port.
 *
 * <p>One thread starts and closes it; the accessors may be called by any. There is one in a process.
 */
public final class Platform implements AutoCloseable {
    /** The name under which the process of a platform is recorded; its port there is that of its API. */
    public static final String NAME = "server";

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final LocalDirectory folder;
    private final PlatformLock lock;
    private final LocalKafka kafka;
    private final Optional<LocalMariaDb> database;
    private final WorldRun world;
    private final Optional<LocalS3> s3;
    private final ConnectWorker worker;
    private final Optional<RestProxy> rest;
    private final Optional<ControlPlane> clusters;
    private final PlatformApi api;
    private final CompletableFuture<String> exit;
    private final Supervisor supervisor;

    private Platform(
            LocalDirectory folder,
            PlatformLock lock,
            LocalKafka kafka,
            Optional<LocalMariaDb> database,
            WorldRun world,
            Optional<LocalS3> s3,
            ConnectWorker worker,
            Optional<RestProxy> rest,
            Optional<ControlPlane> clusters,
            PlatformApi api,
            CompletableFuture<String> exit) {
        this.folder = folder;
        this.lock = lock;
        this.kafka = kafka;
        this.database = database;
        this.world = world;
        this.s3 = s3;
        this.worker = worker;
        this.rest = rest;
        this.clusters = clusters;
        this.api = api;
        this.exit = exit;
        this.supervisor = Supervisor.of(
                folder,
                Stream.of(
                                Stream.of(kafka.process()),
                                database.map(LocalMariaDb::process).stream(),
                                s3.map(LocalS3::process).stream())
                        .flatMap(each -> each)
                        .toList());
    }

    /**
     * Starts a platform; returns when all its parts serve. Children that a killed predecessor left are adopted.
     *
     * @param settings where and on which ports
     * @param listener hears of each part
     * @return the platform, to be closed by the caller
     * @throws PlatformException when one runs in that folder already, or a part does not start
     * @throws dev.caudal.local.LocalServerException when a child process does not start
     */
    public static Platform start(PlatformSettings settings, StartListener listener) {
        // Before anything: what a killed predecessor left goes on where this is refused.
        settings.network().api().ifPresent(network -> network.requireUsers(settings.folder()));
        var lock = PlatformLock.take(settings.folder());
        try {
            return start(settings, listener, lock);
        } catch (RuntimeException e) {
            stopChildren(settings.folder());
            lock.close();
            throw e;
        }
    }

    private static Platform start(PlatformSettings settings, StartListener listener, PlatformLock lock) {
        var folder = settings.folder();
        // A port that is taken is told before anything starts; a free one may be taken until its server starts.
        settings.connectPort().choose("Kafka Connect");
        reserve(settings);
        var exit = KafkaExits.install();
        try (var parts = new Parts(settings, listener)) {
            var database = parts.database();
            var kafka = parts.await(parts.kafka());
            var s3 = parts.s3();
            var box = SecretBox.at(PlatformApi.key(folder));
            PlatformTopics.ensure(kafka.bootstrapServers());
            var worker = parts.worker(kafka, settings.connectPort().choose("Kafka Connect"));
            Optional<RestProxy> rest = Optional.empty();
            Optional<ControlPlane> clusters = Optional.empty();
            Optional<WorldRun> world = Optional.empty();
            try {
                rest = parts.rest(kafka);
                var databaseThere = parts.await(database);
                var s3There = parts.await(s3);
                // Last: clusters of before start in the background, and would slow the others down.
                clusters = parts.clusters();
                var worldThere = WorldRun.in(folder, databaseThere);
                world = Optional.of(worldThere);
                var others = new PlatformApi.Others(
                        PlatformApi.parts(kafka, worker, rest, databaseThere, s3There, clusters),
                        worldThere,
                        new KafkaClusters(clusters, kafka.bootstrapServers()),
                        s3There.map(LocalS3::endpoint));
                var api = parts.api(kafka, worker, reserve(settings), box, others);
                return new Platform(
                        folder, lock, kafka, databaseThere, worldThere, s3There, worker, rest, clusters, api, exit);
            } catch (RuntimeException e) {
                world.ifPresent(WorldRun::close);
                clusters.ifPresent(ControlPlane::close);
                rest.ifPresent(RestProxy::close);
                worker.stop();
                throw e;
            }
        }
    }

    /** A port for the API, under which the platform is recorded. */
    private static int reserve(PlatformSettings settings) {
        int port = settings.apiPort().choose("the API");
        ProcessRecord.ofThisProcess(NAME, port).write(settings.folder());
        return port;
    }

    /**
     * Where the platform keeps everything.
     *
     * @return its folder
     */
    public LocalDirectory folder() {
        return folder;
    }

    /**
     * Where Kafka's clients connect.
     *
     * @return host and port
     */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /**
     * The HTTP API of the Connect worker.
     *
     * @return its client
     */
    public ConnectClient connect() {
        return worker.client();
    }

    /**
     * The port of the REST proxy.
     *
     * @return empty when none was wanted
     */
    public OptionalInt restPort() {
        return rest.map(proxy -> OptionalInt.of(proxy.port())).orElse(OptionalInt.empty());
    }

    /**
     * The port of the platform's API.
     *
     * @return 1 to 65535
     */
    public int apiPort() {
        return api.port();
    }

    /**
     * The group of the Connect workers.
     *
     * @return the group's id
     */
    public String connectGroup() {
        return ConnectWorker.GROUP;
    }

    /**
     * The database that came with the platform.
     *
     * @return empty when none was wanted
     */
    public Optional<LocalMariaDb> database() {
        return database;
    }

    /**
     * Where the clients of the object store connect.
     *
     * @return empty when none was wanted
     */
    public Optional<URI> s3Endpoint() {
        return s3.map(LocalS3::endpoint);
    }

    /**
     * Completes when the platform cannot go on by itself.
     *
     * @return the reason, for people
     */
    public CompletableFuture<String> failure() {
        return exit;
    }

    /** Ends supervision, stops the API, the REST proxy, the clusters, the worker with its tasks, then database and object store, then the broker; an interrupt does not shorten it. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        quietly("supervisor", supervisor::close);
        quietly("api", api::close);
        rest.ifPresent(proxy -> quietly("rest", proxy::close));
        clusters.ifPresent(plane -> quietly("clusters", plane::close));
        quietly("worker", worker::stop);
        quietly("world", world::close);
        database.ifPresent(running -> quietly("database", running::stop));
        s3.ifPresent(running -> quietly("s3", running::stop));
        quietly("broker", kafka::stop);
        stopChildren(folder);
        lock.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopChildren(LocalDirectory folder) {
        boolean interrupted = Thread.interrupted();
        quietly("children", () -> new ChildProcesses(folder).stopAll());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One part that cannot be stopped must not keep the others running. */
    private static void quietly(String part, Runnable stop) {
        try {
            stop.run();
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("part", part).setCause(e).log("could not be stopped");
        }
    }
}
