package dev.caudal.server.api;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.caudal.rest.UnreadBody;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.PlatformException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/** The HTTP server of the platform's API. One thread starts and closes it. */
public final class ApiServer implements AutoCloseable {
    /** The path below which the resources of the API are. */
    static final String ROOT = "api/v1/";

    private static final long BODY_BYTES = 16L * 1024 * 1024;
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int THREADS = 64;

    private final Server server;

    private ApiServer(Server server) {
        this.server = server;
    }

    /**
     * Starts to serve on the loopback address.
     *
     * @param port a free one
     * @param access who may call
     * @param audit keeps who did
     * @param resources JAX-RS resources, which any thread may call
     * @return to be closed by the caller
     * @throws PlatformException when it cannot listen
     */
    public static ApiServer start(int port, Access access, AuditLog audit, List<Object> resources) {
        return start(port, Optional.empty(), access, audit, resources);
    }

    /**
     * Starts to serve on the loopback address and, by TLS, on another.
     *
     * @param port a free one, on the loopback address
     * @param network where other machines come in, if they shall
     * @param access who may call
     * @param audit keeps who did
     * @param resources JAX-RS resources, which any thread may call
     * @return to be closed by the caller
     * @throws PlatformException when it cannot listen
     */
    public static ApiServer start(
            int port, Optional<NetworkListener> network, Access access, AuditLog audit, List<Object> resources) {
        var threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("api-http");
        var server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        network.ifPresent(listener -> server.addConnector(listener.connector(server)));
        for (var each : server.getConnectors()) {
            ((ServerConnector) each).setIdleTimeout(IDLE.toMillis());
        }
        server.setErrorHandler(new ProblemPages());
        var limit = new SizeLimitHandler(BODY_BYTES, -1);
        limit.setHandler(new ConsoleFiles(UnreadBody.before(new CallerHandler(servlets(resources, audit), access))));
        server.setHandler(new OriginGuard(limit));
        try {
            server.start();
        } catch (Exception e) {
            throw new PlatformException(
                    "The API cannot listen on port %d%s: %s. Give another with --api-port%s."
                            .formatted(
                                    port,
                                    network.map(it -> " and at " + it.address().uri())
                                            .orElse(""),
                                    e.getMessage(),
                                    network.isPresent() ? " or --api-listen" : ""),
                    e);
        }
        return new ApiServer(server);
    }

    /**
     * Where it listens on 127.0.0.1.
     *
     * @return 1 to 65535
     */
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** Stops serving. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new PlatformException("The API did not stop in order: " + e, e);
        }
    }

    private static Handler servlets(List<Object> resources, AuditLog audit) {
        var config = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESOURCE_VALIDATION_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .register(new ProblemMapper())
                .register(new CommonHeaders())
                .register(new RoleFeature(audit))
                .register(new JacksonJsonProvider(Json.MAPPER));
        resources.forEach(config::register);
        var context = new ServletContextHandler("/");
        context.setErrorHandler(new ProblemPages());
        var servlet = new ServletHolder(new ServletContainer(config));
        servlet.setAsyncSupported(true);
        servlet.setInitOrder(1);
        context.addServlet(servlet, "/*");
        return context;
    }
}
