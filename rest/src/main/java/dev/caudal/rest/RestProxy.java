package dev.caudal.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running REST proxy. One thread starts and closes it. */
public final class RestProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestProxy.class);

    /** Jersey warns of resources that are objects, as ours are, since they are no providers. */
    private static final java.util.logging.Logger JERSEY =
            java.util.logging.Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private final Answers answers = new Answers();
    private final Optional<Fleet> fleet;
    private final Serving serving;
    private final HttpServer server;
    private final Optional<ClusterWatch> watch;

    private RestProxy(RestProxyConfig config) {
        JERSEY.setLevel(Level.SEVERE);
        var memory = new MemoryBudget(config.limits().memory());
        var places = new Semaphore(config.limits().consumers());
        fleet = config.peers().map(group -> new Fleet(group, new KafkaClients(config, Map.of())));
        if (config.authentication().isPresent()) {
            serving = new Tenants(
                    config.authentication().get().callers(),
                    (caller, running) -> new Tenant(config, caller, answers, memory, places, fleet).start(running));
            watch = Optional.empty();
        } else {
            var tenant = new Tenant(config, Caller.ANYBODY, answers, memory, places, fleet);
            serving = tenant;
            watch = Optional.of(tenant.watch(config.bootstrapServers()));
        }
        server = new HttpServer(config, serving.handler(), memory, fleet.map(Fleet::relay));
    }

    /**
     * Starts a proxy; it serves when this returns, whether or not the cluster does.
     *
     * @param config where it listens and which cluster it serves
     * @return the proxy, to be closed by the caller
     * @throws RestProxyException when it cannot listen
     */
    public static RestProxy start(RestProxyConfig config) {
        config.warnings().forEach(warning -> LOG.atWarn().log(warning));
        var proxy = new RestProxy(config);
        proxy.fleet.ifPresent(Fleet::await);
        proxy.server.start();
        proxy.watch.ifPresent(ClusterWatch::start);
        LOG.atInfo()
                .addKeyValue("port", proxy.port())
                .addKeyValue("cluster", config.bootstrapServers())
                .log("the REST proxy serves");
        return proxy;
    }

    /**
     * Where it listens.
     *
     * @return the port of its first listener
     */
    public int port() {
        return server.port();
    }

    /** Stops serving, closes all consumers, and sends what was taken on. */
    @Override
    public void close() {
        watch.ifPresent(ClusterWatch::close);
        // Waiting reads are answered by this.
        serving.closeConsumers();
        fleet.ifPresent(Fleet::close);
        server.stop();
        serving.close();
        answers.close();
    }
}
