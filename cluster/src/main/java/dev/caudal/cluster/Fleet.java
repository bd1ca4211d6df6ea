package dev.caudal.cluster;

import dev.caudal.cluster.metrics.MeteredBrokerMain;
import dev.caudal.local.BrokerService;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Whether a broker was started and has not ended since. */
    boolean serves(int number) {
        return broker(number).filter(Broker::serves).isPresent();
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

    /** Which broker does not serve because its disk is full, for people. */
    Optional<String> fullDisk(Definition definition) {
        return definition.nodes().stream()
                .filter(node -> !serves(node.number()))
                .flatMap(node -> BrokerService.lackOfRoom(
                        place.files().data(definition.arn().name(), node))
                        .map(lack -> "Broker %d does not serve: %s".formatted(node.number(), lack))
                        .stream())
                .findFirst();
    }

    /** Keeps the reason of a failed start for those who ask. */
    void remember(String failure) {
        lastFailure = Optional.of(failure);
    }

    /** Starts or adopts those that do not run; returns when all serve. */
    void start(Collection<Node> nodes) {
        AtOnce.run(nodes.stream().map(this::broker).toList(), Broker::start);
        lastFailure = Optional.empty();
    }

    /** Ends a broker in order and starts it again. */
    void reboot(Definition definition, int number) {
        broker(number).ifPresent(broker -> broker.stop(GRACE));
        start(definition.nodes());
    }

    /**
     * Gives the brokers the settings of the definition: those that have others are restarted one after another, each when
     * the one before holds all that it has to. Goes on with what a killed platform had begun.
     */
    void roll(Definition definition) {
        start(definition.nodes().stream()
                .filter(node -> !isAlive(node) || service(node).isPrepared())
                .peek(this::forgetUnlessServing)
                .toList());
        for (var node : definition.nodes()) {
            if (service(node).isPrepared()) {
                continue;
            }
            var old = brokers.remove(node.number());
            (old == null ? new Broker(place.folder(), service(node)) : old).end(GRACE);
            start(List.of(node));
            try (var admin = new ClusterAdmin(definition, place.tls())) {
                admin.awaitInSync();
            }
        }
    }

    private boolean isAlive(Node node) {
        return serves(node.number())
                || ProcessRecord.read(place.folder(), service(node).name())
                        .filter(ProcessRecord::isAlive)
                        .isPresent();
    }

    /** What could not be started has the settings that it could not be started with. */
    private void forgetUnlessServing(Node node) {
        if (!serves(node.number())) {
            var old = brokers.remove(node.number());
            if (old != null) {
                old.end(GRACE);
            }
        }
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
        AtOnce.run(removed.stream().map(this::broker).toList(), broker -> {
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
        AtOnce.run(plain, broker -> broker.stop(GRACE));
        AtOnce.run(List.copyOf(brokers.values()), broker -> broker.stop(GRACE));
        brokers.clear();
    }

    /** Ends all without grace: their data is deleted next. Also those that a killed platform left. */
    void destroyAll(Definition definition) {
        definition.nodes().forEach(this::broker);
        AtOnce.run(List.copyOf(brokers.values()), Broker::destroy);
        brokers.clear();
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
        definition.spec().configuration().ifPresent(use -> settings.putAll(use.settings()));
        return new BrokerService(
                name + ".b-" + node.number(),
                place.files().data(name, node),
                node.inetAddress(),
                Listener.of(definition.spec()).get(0).port(),
                new BrokerService.Greeting(place.tls().sockets(definition), Node.REPLICATION_PORT),
                definition.kafkaId(),
                settings,
                MeteredBrokerMain.class);
    }

    private static List<Integer> numbersBehind(Definition definition, int last) {
        return definition.nodes().stream()
                .map(Node::number)
                .filter(number -> number > last)
                .toList();
    }
}
