package dev.caudal.cluster;

import dev.caudal.local.BrokerService;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalServerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The brokers of one cluster. They are started and stopped at the same time: the first controllers serve only together.
 *
 * <p>For the cluster's thread, but for the questions.
 */
final class Fleet {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Place place;
    private final Supplier<Definition> cluster;
    private final Map<Integer, Broker> brokers = new ConcurrentHashMap<>();
    private volatile Optional<String> lastFailure = Optional.empty();

    /** What all brokers of a platform share. */
    record Place(LocalDirectory folder, Definitions files, NodeTls tls) {}

    Fleet(Place place, Supplier<Definition> cluster) {
        this.place = place;
        this.cluster = cluster;
    }

    /** Whether all brokers serve. */
    boolean servesAll(Definition definition) {
        return definition.nodes().stream().allMatch(node -> serves(node.number()));
    }

    /** Why one does not, for people. */
    Optional<String> trouble(Definition definition) {
        return definition.nodes().stream()
                .filter(node -> !serves(node.number()))
                .map(node -> "Broker %d does not serve: %s"
                        .formatted(
                                node.number(),
                                Optional.ofNullable(brokers.get(node.number()))
                                        .flatMap(Broker::trouble)
                                        .or(() -> lastFailure)
                                        .orElse("it is being started.")))
                .findFirst();
    }

    /** Keeps the reason of a failed start for those who ask. */
    void remember(String failure) {
        lastFailure = Optional.of(failure);
    }

    /** Starts or adopts those that do not run; returns when all serve. */
    void start(Collection<Node> nodes) {
        atOnce(nodes.stream().map(this::broker).toList(), Broker::start);
        lastFailure = Optional.empty();
    }

    /** Ends a broker in order and starts it again. */
    void reboot(Definition definition, int number) {
        broker(number).ifPresent(broker -> broker.stop(GRACE));
        start(definition.nodes());
    }

    /** Takes the brokers behind a number out of the cluster, which must hold nothing any more. */
    void retire(Definition definition, int last) {
        // After a restart of the platform nothing runs yet.
        start(definition.nodes().stream().filter(node -> node.number() <= last).toList());
        try (var admin = new ClusterAdmin(definition, place.tls())) {
            var removed = numbersBehind(definition, last);
            admin.requireEmpty(removed);
            remove(definition, last);
            admin.unregister(removed);
        }
    }

    /** Ends the brokers behind a number, also those that a killed platform left, and deletes their data. */
    void remove(Definition definition, int last) {
        var removed =
                definition.nodes().stream().filter(node -> node.number() > last).toList();
        atOnce(removed.stream().map(this::broker).toList(), broker -> {
            broker.stop(GRACE);
            broker.destroy();
        });
        for (var node : removed) {
            brokers.remove(node.number());
            place.files().delete(definition.arn().name(), node);
        }
    }

    /** Those first that are no controllers: a broker leaves in order only while a controller listens. */
    void stopAll() {
        int controllers = cluster.get().controllers();
        var plain = brokers.keySet().stream()
                .filter(number -> number > controllers)
                .flatMap(number -> broker(number).stream())
                .toList();
        atOnce(plain, broker -> broker.stop(GRACE));
        atOnce(List.copyOf(brokers.values()), broker -> broker.stop(GRACE));
        brokers.clear();
    }

    /** Ends all without grace: their data is deleted next. Also those that a killed platform left. */
    void destroyAll(Definition definition) {
        definition.nodes().forEach(this::broker);
        atOnce(List.copyOf(brokers.values()), Broker::destroy);
        brokers.clear();
    }

    private boolean serves(int number) {
        return broker(number).filter(Broker::serves).isPresent();
    }

    private Optional<Broker> broker(int number) {
        return Optional.ofNullable(brokers.get(number));
    }

    private Broker broker(Node node) {
        return brokers.computeIfAbsent(node.number(), number -> new Broker(place.folder(), service(node)));
    }

    private BrokerService service(Node node) {
        var definition = cluster.get();
        var name = definition.arn().name();
        var settings = NodeSettings.of(definition, node);
        settings.putAll(place.tls().settings(definition, node));
        return new BrokerService(
                name + ".b-" + node.number(),
                place.files().data(name, node),
                node.inetAddress(),
                Listener.of(definition.spec()).get(0).port(),
                new BrokerService.Greeting(place.tls().sockets(definition), Node.REPLICATION_PORT),
                definition.kafkaId(),
                settings);
    }

    private static List<Integer> numbersBehind(Definition definition, int last) {
        return definition.nodes().stream()
                .map(Node::number)
                .filter(number -> number > last)
                .toList();
    }

    /** Does something to several brokers at the same time; the first failure is thrown when all are through. */
    private static void atOnce(List<Broker> brokers, Consumer<Broker> action) {
        if (brokers.isEmpty()) {
            return;
        }
        var threads = Executors.newFixedThreadPool(brokers.size());
        try {
            var all = new ArrayList<Future<?>>();
            brokers.forEach(broker -> all.add(threads.submit(() -> action.accept(broker))));
            Optional<RuntimeException> failure = Optional.empty();
            for (var each : all) {
                var thrown = await(each);
                failure = failure.isPresent() ? failure : thrown;
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
        } finally {
            end(threads);
        }
    }

    private static Optional<RuntimeException> await(Future<?> work) {
        try {
            work.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new LocalServerException(String.valueOf(e.getCause()), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while brokers started or stopped.", e);
        }
    }

    /** Nothing may come up after this: a start that is interrupted stops its process. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new LocalServerException("A broker still starts or stops 60 s after it was told not to.");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
