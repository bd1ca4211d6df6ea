package dev.caudal.rest;

import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server with its listeners and what stands before the resources. */
final class HttpServer {
    /** A connection on which nothing moves is closed after this; clients hear of it and reconnect in time. */
    static final Duration IDLE = Duration.ofMinutes(2);

    private static final int THREADS = 200;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int OUTPUT_BYTES = 64 * 1024;

    private final Server server;
    private final Optional<PasswordChecks<User, Caller>> checks;

    HttpServer(RestProxyConfig config, Handler serving, MemoryBudget memory, Optional<Relay> relay) {
        var threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("rest-http");
        server = new Server(threads);
        relay.ifPresent(each -> {
            each.setServer(server);
            server.addBean(each);
        });
        server.setErrorHandler(new JsonErrors(config.authentication().map(Authentication::challenge)));
        for (var listener : config.listeners()) {
            server.addConnector(connector(listener, config));
        }
        checks = config.authentication().map(Authentication::checks);
        var bodies = new BodyReader(serving, config.limits().bodyBytes(), memory);
        var asking = checks.<Handler>map(each -> new BasicAuthentication(bodies, each))
                .orElse(bodies);
        server.setHandler(UnreadBody.before(guarded(config, switched(config, asking))));
    }

    void start() {
        try {
            server.start();
        } catch (Exception e) {
            stop();
            throw new RestProxyException(
                    "The REST proxy cannot listen: %s. Stop what listens there or change %s."
                            .formatted(e.getMessage(), ConfigKey.LISTENERS),
                    e);
        }
    }

    /** The port of the first listener. */
    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    void stop() {
        checks.ifPresent(PasswordChecks::close);
        try {
            server.stop();
        } catch (Exception e) {
            throw new RestProxyException("The REST proxy did not stop in order: " + e, e);
        }
    }

    private static Handler guarded(RestProxyConfig config, Handler handler) {
        boolean local = config.listeners().stream().allMatch(RestProxyConfig::isLoopback);
        return local
                ? new LoopbackGuard(handler, sentence -> new RestError(ErrorCode.OTHER_MACHINE, sentence))
                : handler;
    }

    private static Handler switched(RestProxyConfig config, Handler handler) {
        return config.endpoints().isEmpty() ? handler : new EndpointSwitch(handler, config.endpoints());
    }

    private ServerConnector connector(URI listener, RestProxyConfig config) {
        var connector = new ProbedConnector(server, factories(listener, config));
        connector.setHost(listener.getHost());
        connector.setPort(listener.getPort());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(1024);
        return connector;
    }

    private static ConnectionFactory[] factories(URI listener, RestProxyConfig config) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setOutputBufferSize(OUTPUT_BYTES);
        if (listener.getScheme().equals("http")) {
            return new ConnectionFactory[] {new HttpConnectionFactory(http)};
        }
        http.addCustomizer(new SecureRequestCustomizer(false));
        var ssl = new SslContextFactory.Server();
        config.tls().ifPresent(key -> {
            ssl.setKeyStorePath(key.file().toString());
            ssl.setKeyStoreType(key.type());
            ssl.setKeyStorePassword(key.password());
            ssl.setKeyManagerPassword(key.keyPassword());
        });
        config.certificates().ifPresent(wanted -> {
            ssl.setTrustStore(wanted.trusted());
            ssl.setWantClientAuth(true);
            ssl.setNeedClientAuth(wanted.required());
        });
        return new ConnectionFactory[] {new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(http)};
    }

    /** Makes connections that can be asked whether their client is still there. */
    private static final class ProbedConnector extends ServerConnector {
        private ProbedConnector(Server server, ConnectionFactory... factories) {
            super(server, factories);
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            var endPoint = new ProbedEndPoint(channel, selector, key, getScheduler(), getExecutor());
            endPoint.setIdleTimeout(getIdleTimeout());
            return endPoint;
        }
    }
}
