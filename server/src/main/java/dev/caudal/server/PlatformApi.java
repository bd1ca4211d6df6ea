package dev.caudal.server;

import dev.caudal.cluster.ControlPlane;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.LocalS3;
import dev.caudal.rest.RestProxy;
import dev.caudal.server.api.AboutResource;
import dev.caudal.server.api.AboutResource.Part;
import dev.caudal.server.api.ApiServer;
import dev.caudal.server.api.EndpointTypesResource;
import dev.caudal.server.api.EndpointsResource;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.endpoint.EndpointKind;
import dev.caudal.server.endpoint.Endpoints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API of a platform and what it serves, put together. */
final class PlatformApi implements AutoCloseable {
    private final Definitions definitions;
    private final ApiServer server;

    private PlatformApi(Definitions definitions, ApiServer server) {
        this.definitions = definitions;
        this.server = server;
    }

    /** Starts to serve beside other parts. */
    static PlatformApi start(LocalDirectory folder, String bootstrapServers, int port, List<Part> others) {
        var box = SecretBox.at(folder.root().resolve(SecretBox.FILE));
        var definitions =
                Definitions.open(Map.of("bootstrap.servers", bootstrapServers), List.of(EndpointKind.INSTANCE));
        try {
            var parts = new ArrayList<>(others);
            parts.add(new Part("api", address(port).toString()));
            var endpoints = new Endpoints(definitions, box);
            var server = ApiServer.start(
                    port,
                    List.of(
                            new AboutResource(version(), parts),
                            new EndpointTypesResource(),
                            new EndpointsResource(endpoints)));
            return new PlatformApi(definitions, server);
        } catch (RuntimeException e) {
            definitions.close();
            throw e;
        }
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
        try {
            server.close();
        } finally {
            definitions.close();
        }
    }

    private static String version() {
        return Optional.ofNullable(PlatformApi.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
