package dev.caudal.server;

import dev.caudal.cluster.ControlPlane;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.LocalS3;
import dev.caudal.mysql.SourceCredentials;
import dev.caudal.rest.RestProxy;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.api.AboutResource;
import dev.caudal.server.api.AboutResource.Part;
import dev.caudal.server.api.ApiServer;
import dev.caudal.server.api.AuditResource;
import dev.caudal.server.api.EventsResource;
import dev.caudal.server.api.SessionResource;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.endpoint.EndpointKind;
import dev.caudal.server.job.Jobs;
import dev.caudal.server.kafka.KafkaClusters;
import dev.caudal.server.monitor.LogLevels;
import dev.caudal.server.monitor.Monitor;
import dev.caudal.server.monitor.MonitorTopics;
import dev.caudal.server.monitor.TaskLogLevels;
import dev.caudal.server.task.TaskKind;
import dev.caudal.server.world.WorldRun;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API of a platform and what it serves, put together. */
final class PlatformApi implements AutoCloseable {
    private final SourceCredentials credentials = SourceCredentials.hold();
    private final Definitions definitions;
    private final Monitor monitor;
    private final LogLevels levels;
    private final EventsResource events;
    private final Jobs jobs;
    private final Access access;
    private final ApiServer server;

    private PlatformApi(
            Definitions definitions,
            Monitor monitor,
            LogLevels levels,
            EventsResource events,
            Jobs jobs,
            Access access,
            ApiServer server) {
        this.definitions = definitions;
        this.monitor = monitor;
        this.levels = levels;
        this.events = events;
        this.jobs = jobs;
        this.access = access;
        this.server = server;
    }

    /** What the API tells of, and did not start itself. */
    record Others(List<Part> parts, WorldRun world, KafkaClusters clusters, Optional<URI> store) {}

    /** Starts to serve beside other parts. */
    static PlatformApi start(
            PlatformSettings settings,
            String bootstrapServers,
            ConnectClient connect,
            int port,
            SecretBox box,
            Others others) {
        var audit = new AuditLog(settings.folder());
        var access = Access.open(settings.folder(), audit);
        var definitions = Definitions.open(
                Map.of("bootstrap.servers", bootstrapServers),
                List.of(EndpointKind.INSTANCE, TaskKind.TASK, TaskLogLevels.KIND));
        Optional<Monitor> opened = Optional.empty();
        Optional<LogLevels> looking = Optional.empty();
        try {
            var monitor = Monitor.start(bootstrapServers, MonitorTopics.PLATFORM, settings.alerts());
            opened = Optional.of(monitor);
            var levels = LogLevels.start(connect, definitions, monitor, name -> isTask(name, definitions, connect));
            looking = Optional.of(levels);
            var events = new EventsResource(monitor);
            var parts = new ArrayList<>(others.parts());
            parts.add(new Part("api", address(port).toString()));
            var network = settings.network().api().map(it -> it.listener(settings.folder()));
            network.ifPresent(listener ->
                    parts.add(new Part("api-network", listener.address().uri().toString())));
            var jobs = new Jobs(settings.folder().root().resolve("jobs"));
            var resources = new PlatformResources(
                            settings.folder(),
                            bootstrapServers,
                            connect,
                            definitions,
                            box,
                            monitor,
                            levels,
                            jobs,
                            others)
                    .all();
            resources.add(new AboutResource(version(), parts));
            resources.add(events);
            resources.add(new AuditResource(audit));
            resources.add(new SessionResource(access));
            return new PlatformApi(
                    definitions,
                    monitor,
                    levels,
                    events,
                    jobs,
                    access,
                    ApiServer.start(port, network, access, audit, resources));
        } catch (RuntimeException e) {
            looking.ifPresent(LogLevels::close);
            opened.ifPresent(Monitor::close);
            definitions.close();
            access.close();
            throw e;
        }
    }

    private static boolean isTask(String name, Definitions definitions, ConnectClient connect) {
        return definitions.find(TaskKind.TASK, name).isPresent()
                || connect.find(name).isPresent();
    }

    /** The file of the key that secrets are encrypted with. */
    static Path key(LocalDirectory folder) {
        return folder.root().resolve(SecretBox.FILE);
    }

    /** Where an API on a port is. */
    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** What there is beside the API. */
    static List<Part> parts(
            LocalKafka kafka,
            ConnectWorker worker,
            Optional<RestProxy> rest,
            Optional<LocalMariaDb> database,
            Optional<LocalS3> s3,
            Optional<ControlPlane> clusters) {
        var parts = new ArrayList<Part>();
        parts.add(new Part("kafka", kafka.bootstrapServers()));
        parts.add(new Part("connect", worker.client().root().toString()));
        rest.ifPresent(proxy -> parts.add(new Part("rest", address(proxy.port()).toString())));
        database.ifPresent(running -> parts.add(new Part("database", "127.0.0.1:" + running.port())));
        s3.ifPresent(store -> parts.add(new Part("s3", store.endpoint().toString())));
        clusters.ifPresent(
                plane -> parts.add(new Part("clusters", address(plane.port()).toString())));
        return parts;
    }

    int port() {
        return server.port();
    }

    /** Stops serving; what was saved stays. */
    @Override
    public void close() {
        events.close();
        jobs.close();
        try {
            server.close();
        } finally {
            credentials.close();
            access.close();
            levels.close();
            monitor.close();
            definitions.close();
        }
    }

    /** The version of this program. */
    static String version() {
        return Optional.ofNullable(PlatformApi.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
