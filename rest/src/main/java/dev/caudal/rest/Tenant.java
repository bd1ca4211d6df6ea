package dev.caudal.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Everything that serves one caller: Kafka clients that log in as that caller, what they have found out, the consumers
 * that the caller has made, and resources over these. Callers share nothing through which one could see or do what Kafka
 * does not let it. Any thread may use it.
 */
final class Tenant implements Serving {
    private static final int RETIRED = Integer.MIN_VALUE;

    private final KafkaClients clients;
    private final LogReader log;
    private final Consumers consumers;
    private final Handler handler;

    /** How many requests are being served. */
    private final AtomicInteger active = new AtomicInteger();

    private volatile boolean refused;
    private volatile long lastUsed = System.nanoTime();

    /**
     * Makes the clients; nothing is asked of Kafka yet.
     *
     * @param places for consumers, of all callers together
     * @param fleet the other proxies
     */
    Tenant(
            RestProxyConfig config,
            Caller caller,
            Answers answers,
            MemoryBudget memory,
            Semaphore places,
            Optional<Fleet> fleet) {
        clients = new KafkaClients(config, caller.login().map(config::security).orElse(Map.of()));
        var topics = new Topics(clients.admin(), answers);
        var sending = new Sending(clients.producer(), config.limits().producerPatience(), topics, answers);
        log = new LogReader(clients);
        consumers = new Consumers(config.limits(), clients, memory, places);
        var v3 = new V3Kafka(clients.admin(), answers, config.advertised());
        var rates = config.rates().start();
        var producing = new V3Producing(v3, sending, topics, answers, rates);
        var challenge = config.authentication().map(Authentication::challenge);
        var reads = new Reads(config.limits(), memory, answers);
        var resources = resources(consumers, memory, challenge);
        List.of(
                        new RootResource(),
                        new MetadataResource(topics),
                        new ConsumersResource(config, consumers, fleet),
                        new ConsumersV1Resource(consumers, topics, reads),
                        new ConsumersV2Resource(consumers, reads),
                        new SubscriptionsResource(consumers),
                        new LogResource(log, memory, topics, answers))
                .forEach(resources::register);
        new V3Resources(v3, producing).registerIn(resources);
        var records = new V3RecordsHandler(
                new ProduceHandler(context(resources, challenge), sending),
                producing,
                config.limits().bodyBytes(),
                memory);
        var here = config.rates().isNone() ? records : new RateHandler(records, rates);
        handler = fleet.<Handler>map(others -> new Forwarding(here, consumers, others))
                .orElse(here);
    }

    /** Started by the server that it is set in, or by {@link #start}. */
    @Override
    public Handler handler() {
        return handler;
    }

    /** Starts it where the server runs already. */
    Tenant start(Server server) {
        try {
            handler.setServer(server);
            handler.start();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException("The resources of a caller did not start", e);
        }
    }

    /** Begins a request; false when it serves no more. */
    boolean enter() {
        lastUsed = System.nanoTime();
        return active.getAndUpdate(count -> count < 0 ? count : count + 1) >= 0;
    }

    /** Ends a request that was answered with this status. */
    void leave(int status) {
        lastUsed = System.nanoTime();
        refused = status == 401;
        active.decrementAndGet();
    }

    /** Whether the brokers did not let the caller in. */
    boolean isRefused() {
        return refused;
    }

    /** How long it has had nothing to do. */
    Duration idle() {
        return active.get() > 0 || !consumers.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - lastUsed);
    }

    /** Takes no more requests, unless it has something to do. */
    boolean retire() {
        if (!active.compareAndSet(0, RETIRED)) {
            return false;
        }
        if (!consumers.isEmpty()) {
            active.set(0);
            return false;
        }
        return true;
    }

    /** Says when the cluster is not there. */
    ClusterWatch watch(String servers) {
        return new ClusterWatch(clients.admin(), servers);
    }

    @Override
    public void closeConsumers() {
        consumers.close();
    }

    /** Sends what was taken on, and closes all. */
    @Override
    public void close() {
        consumers.close();
        try {
            handler.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The resources of a caller did not stop in order", e);
        } finally {
            log.close();
            clients.close();
        }
    }

    private static ResourceConfig resources(Consumers consumers, MemoryBudget memory, Optional<String> challenge) {
        return new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESOURCE_VALIDATION_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .register(new Negotiation(consumers::version))
                .register(new ErrorAnswers(challenge))
                .register(new PageWriter(memory))
                .register(new JacksonJsonProvider());
    }

    private static Handler context(ResourceConfig resources, Optional<String> challenge) {
        var context = new ServletContextHandler("/");
        context.setErrorHandler(new JsonErrors(challenge));
        var servlet = new ServletHolder(new ServletContainer(resources));
        servlet.setAsyncSupported(true);
        servlet.setInitOrder(1);
        context.addServlet(servlet, "/*");
        return context;
    }
}
