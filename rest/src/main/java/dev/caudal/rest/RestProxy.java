package dev.caudal.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running REST proxy. One thread starts and closes it. */
public final class RestProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RestProxy.class);

    /** Jersey warns of resources that are objects, as ours are, since they are no providers. */
    private static final java.util.logging.Logger JERSEY =
            java.util.logging.Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private final Answers answers;
    private final KafkaClients clients;
    private final MemoryBudget memory;
    private final Topics topics;
    private final Sending sending;
    private final LogReader log;
    private final Consumers consumers;
    private final V3Kafka v3;
    private final V3Producing v3Producing;
    private final HttpServer server;

    private RestProxy(RestProxyConfig config) {
        JERSEY.setLevel(Level.SEVERE);
        answers = new Answers();
        clients = new KafkaClients(config, Map.of());
        topics = new Topics(clients.admin(), answers);
        sending = new Sending(clients.producer(), config.limits().producerPatience(), topics, answers);
        log = new LogReader(clients);
        memory = new MemoryBudget(config.limits().memory());
        consumers = new Consumers(config.limits(), clients, memory);
        v3 = new V3Kafka(clients.admin(), answers, config.advertised());
        v3Producing = new V3Producing(v3, sending, topics, answers);
        server = new HttpServer(config, resources(config), memory, v3Producing);
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
        proxy.server.start();
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
        // Waiting reads are answered by this.
        consumers.close();
        server.stop();
        log.close();
        clients.close();
        answers.close();
    }

    private ResourceConfig resources(RestProxyConfig config) {
        var resources = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESOURCE_VALIDATION_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .register(new Negotiation(consumers::version))
                .register(new ErrorAnswers())
                .register(new PageWriter(memory))
                .register(new JacksonJsonProvider());
        var reads = new Reads(config.limits(), memory, answers);
        List.of(
                        new RootResource(),
                        new MetadataResource(topics),
                        new ProduceResource(sending),
                        new ConsumersResource(config, consumers),
                        new ConsumersV1Resource(consumers, topics, reads),
                        new ConsumersV2Resource(consumers, reads),
                        new SubscriptionsResource(consumers),
                        new LogResource(log, topics, answers))
                .forEach(resources::register);
        new V3Resources(v3, v3Producing).registerIn(resources);
        return resources;
    }
}
