package dev.caudal.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalServerException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka clusters of this machine and the API of Amazon MSK that they are created and asked by.
 *
 * <p>One thread starts and closes it.
 */
public final class ControlPlane implements AutoCloseable {
    /** The access key that clients sign with. */
    public static final String ACCESS_KEY = "test";

    /** Its secret part, no secret: the API serves every program of this machine, and none of another. */
    public static final String SECRET_KEY = "test";

    private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);
    private static final Set<ClusterState> WITHOUT_BROKERS =
            EnumSet.of(ClusterState.CREATING, ClusterState.FAILED, ClusterState.DELETING);
    private static final int THREADS = 32;
    private static final long IDLE_MILLIS = 30_000;

    /** An ARN is one segment of the path and has slashes, which have to be let through as they are encoded. */
    private static final UriCompliance ENCODED_SLASHES = new UriCompliance(
            "encoded-slashes",
            EnumSet.of(
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR, UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));

    private final Clusters clusters;
    private final Api api;
    private final Renewal renewal;
    private final Server server;
    private final EndpointFile file;

    private ControlPlane(Clusters clusters, Api api, Server server, EndpointFile file) {
        this.clusters = clusters;
        this.api = api;
        this.renewal = new Renewal(clusters);
        this.server = server;
        this.file = file;
    }

    /**
     * Starts to serve. Clusters that a platform had before go on in the background; those that still run are adopted.
     *
     * @param settings where
     * @return the control plane, to be closed by the caller
     * @throws LocalServerException when the port is taken
     */
    public static ControlPlane start(ClusterSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    static ControlPlane start(ClusterSettings settings, Clock clock) {
        int port = settings.port().choose("the API of the clusters");
        var clusters = new Clusters(settings, clock);
        var signatures = new Signatures(new Credentials(ACCESS_KEY, SECRET_KEY), settings.region(), clock);
        var api = api(settings, clusters, clock);
        var server = server(port, new ApiHandler(api, signatures));
        var plane = new ControlPlane(clusters, api, server, new EndpointFile(settings.folder()));
        try {
            server.start();
            plane.renewal.start();
            plane.file.write(port);
        } catch (Exception e) {
            plane.close();
            throw new LocalServerException(
                    "Cannot start the API of the clusters on port %d: %s.".formatted(port, e.getMessage()), e);
        }
        LOG.atInfo().addKeyValue("port", port).log("the API of the clusters serves");
        return plane;
    }

    private static Api api(ClusterSettings settings, Clusters clusters, Clock clock) {
        return new Api(
                clusters,
                new Secrets(settings.folder(), settings.region(), clock),
                new Configurations(settings.folder(), settings.region(), clock));
    }

    /**
     * Where the control plane of a folder listens, or listened when its platform was killed.
     *
     * @param folder the platform's folder
     * @return its address; empty when none runs
     */
    public static Optional<URI> endpoint(LocalDirectory folder) {
        return new EndpointFile(folder).read();
    }

    /**
     * Where it listens on 127.0.0.1.
     *
     * @return 1 to 65535
     */
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /**
     * Asks what the API would be asked, from within this process.
     *
     * @param method of HTTP
     * @param path as a client encodes it: an ARN is one segment
     * @param body empty for none
     * @return the API's answer
     * @throws ClusterRefusal when it is not done
     */
    public JsonNode ask(String method, String path, byte[] body) {
        try {
            var request = new ApiRequest(method, path, List.of(), Map.of(), body);
            return api.answer(request).body().orElseGet(ClusterJson::object);
        } catch (ApiError e) {
            throw new ClusterRefusal(e);
        }
    }

    /**
     * How the platform itself reaches the brokers of a cluster.
     *
     * @param name its name; not the one of the platform's own broker
     * @return settings of Kafka's clients, with secrets; empty where there is no such cluster, or it has no brokers now
     */
    public Optional<Map<String, Object>> admin(String name) {
        return clusters.all().stream()
                .filter(cluster -> cluster.definition().arn().name().text().equals(name))
                .filter(cluster -> !WITHOUT_BROKERS.contains(cluster.state()))
                .map(cluster -> clusters.admin(cluster.definition()))
                .findFirst();
    }

    /** Looks now for certificates that end soon, as it does by itself from time to time. */
    void renewCertificates() {
        renewal.check();
    }

    /** Stops serving, then all brokers; the next start goes on with them. */
    @Override
    public void close() {
        try {
            file.delete();
            server.stop();
        } catch (Exception e) {
            LOG.atError().setCause(e).log("the API of the clusters did not stop in order");
        } finally {
            renewal.close();
            clusters.close();
        }
    }

    private static Server server(int port, ApiHandler handler) {
        var threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("aws-http");
        var server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(ENCODED_SLASHES);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(new ApiAnswers());
        server.setHandler(handler);
        return server;
    }
}
