package dev.caudal.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Kafka has to know of a node and its cluster. */
final class NodeSettings {
    private static final String CONTROLLER = "CONTROLLER";
    private static final String REPLICATION = "REPLICATION";

    private NodeSettings() {}

    /** The settings of one node. */
    static Map<String, String> of(Definition cluster, Node node) {
        boolean controls = node.number() <= cluster.controllers();
        var all = new HashMap<>(replication(cluster.zones()));
        all.put("node.id", Integer.toString(node.number()));
        all.put("process.roles", controls ? "broker,controller" : "broker");
        all.put("broker.rack", node.subnet().zone());
        all.put("controller.quorum.voters", voters(cluster));
        all.put("controller.listener.names", CONTROLLER);
        var served = served(cluster, node);
        all.put("listeners", controls ? served + "," + CONTROLLER + "://" + node.at(Node.CONTROLLER_PORT) : served);
        all.put("advertised.listeners", served);
        all.put("listener.security.protocol.map", protocols(cluster.spec()));
        all.put("inter.broker.listener.name", REPLICATION);
        // A machine with few processors runs all brokers of the cluster, and may be slow for a moment.
        all.put("broker.session.timeout.ms", "6000");
        all.put("unclean.leader.election.enable", "false");
        all.put("num.partitions", "1");
        all.put("offsets.topic.num.partitions", "5");
        all.put("transaction.state.log.num.partitions", "5");
        all.put("share.coordinator.state.topic.num.partitions", "1");
        return all;
    }

    /** MSK's defaults by the number of zones; but for unclean leaders, which MSK allows. */
    private static Map<String, String> replication(int zones) {
        var replicas = Integer.toString(zones);
        var insync = zones >= 3 ? "2" : "1";
        return Map.of(
                "default.replication.factor", replicas,
                "min.insync.replicas", insync,
                "offsets.topic.replication.factor", replicas,
                "transaction.state.log.replication.factor", replicas,
                "transaction.state.log.min.isr", insync,
                "share.coordinator.state.topic.replication.factor", replicas,
                "share.coordinator.state.topic.min.isr", insync);
    }

    private static String served(Definition cluster, Node node) {
        var clients = Listener.of(cluster.spec()).stream().map(each -> each + "://" + node.at(each.port()));
        return Stream.concat(clients, Stream.of(REPLICATION + "://" + node.at(Node.REPLICATION_PORT)))
                .collect(Collectors.joining(","));
    }

    private static String protocols(ClusterSpec spec) {
        var internal = spec.encryption().inCluster() ? "SSL" : "PLAINTEXT";
        var clients = Listener.of(spec).stream().map(each -> each + ":" + each.protocol());
        return Stream.concat(clients, Stream.of(REPLICATION + ":" + internal, CONTROLLER + ":" + internal))
                .collect(Collectors.joining(","));
    }

    private static String voters(Definition cluster) {
        return cluster.nodes().stream()
                .filter(node -> node.number() <= cluster.controllers())
                .map(node -> "%d@%s:%d".formatted(node.number(), node.address(), Node.CONTROLLER_PORT))
                .collect(Collectors.joining(","));
    }
}
