package dev.caudal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of the one broker of a local platform, which is its own controller.
 *
 * @param logs the broker's data folder
 * @param port where clients connect
 * @param controllerPort where the broker finds its controller
 * @param more listeners for clients beside the plain one
 * @param settings settings of the caller, which win over the others
 */
record BrokerSettings(Path logs, int port, int controllerPort, List<KafkaListener> more, Map<String, String> settings) {
    /** The broker's number in the cluster. */
    static final int NODE = 1;

    /** The listener of the controller. */
    static final String CONTROLLER = "CONTROLLER";

    /** Small internal topics: a local cluster has few groups and few transactions. */
    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.num.partitions", "5",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "5",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    /** What every broker of ours does, whatever its cluster. */
    static final Map<String, String> BEHAVIOUR = Map.of(
            // A broker that was killed may come back only when its last session has ended, after 9 s by default.
            "broker.session.timeout.ms", "4000",
            "broker.heartbeat.interval.ms", "1000",
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            // Else transactions that follow each other closely wait 20 ms for the coordinator.
            "add.partitions.to.txn.retry.backoff.ms", "1",
            // A transaction whose producer is gone holds up readers until this looks at it.
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "log.cleaner.dedupe.buffer.size", "4194304");

    /** Writes them for {@link BrokerMain}. */
    void write(Path file) {
        write(all(), file);
    }

    /** Writes any broker's settings for {@link BrokerMain}. */
    static void write(Map<String, String> settings, Path file) {
        try {
            Files.writeString(file, text(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings as a file of properties. */
    static String text(Map<String, String> settings) {
        var lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        return lines.toString();
    }

    private Map<String, String> all() {
        var all = new TreeMap<String, String>(SMALL);
        all.putAll(BEHAVIOUR);
        all.put("process.roles", "broker,controller");
        all.put("node.id", Integer.toString(NODE));
        all.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort));
        all.put("controller.listener.names", CONTROLLER);
        all.put("listeners", listeners().map(KafkaListener::endpoint).collect(Collectors.joining(",")));
        all.put("advertised.listeners", clients().map(KafkaListener::advertised).collect(Collectors.joining(",")));
        all.put(
                "listener.security.protocol.map",
                listeners().map(KafkaListener::security).collect(Collectors.joining(",")));
        more.forEach(listener -> all.putAll(listener.prefixed()));
        all.put("inter.broker.listener.name", "PLAINTEXT");
        all.put("log.dirs", logs.toString());
        all.putAll(settings);
        return all;
    }

    private Stream<KafkaListener> listeners() {
        return Stream.concat(Stream.of(plain(CONTROLLER, controllerPort)), clients());
    }

    private Stream<KafkaListener> clients() {
        return Stream.concat(Stream.of(plain("PLAINTEXT", port)), more.stream());
    }

    private static KafkaListener plain(String name, int port) {
        return new KafkaListener(name, "PLAINTEXT", port, Map.of());
    }
}
