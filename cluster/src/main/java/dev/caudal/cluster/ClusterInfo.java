package dev.caudal.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of a cluster.
 *
 * @param arn its ARN
 * @param created when
 * @param version the version of its definition
 * @param state what it does
 * @param notes what a reader has to know of it; none in MSK's own answers
 * @param spec what it was asked to be
 * @param brokers how many
 * @param tags names and values
 * @param zookeeper where its ZooKeeper would be, for the tools that know a cluster by it
 * @param operation the ARN of the operation that is under way
 */
record ClusterInfo(
        ClusterArn arn,
        Instant created,
        CurrentVersion version,
        ClusterState state,
        List<String> notes,
        ClusterSpec spec,
        int brokers,
        Map<String, String> tags,
        Optional<String> zookeeper,
        Optional<String> operation) {
    ClusterInfo {
        notes = List.copyOf(notes);
        tags = Map.copyOf(tags);
    }

    /** What is true of a cluster now. */
    static ClusterInfo of(Cluster cluster) {
        var definition = cluster.definition();
        var notes = new ArrayList<String>();
        cluster.trouble().ifPresent(notes::add);
        notes.addAll(notes(spec(definition)));
        return new ClusterInfo(
                definition.arn(),
                definition.created(),
                definition.version(),
                cluster.state(),
                notes,
                spec(definition),
                brokers(definition),
                definition.tags(),
                ZooKeeperNames.of(definition),
                definition.open().map(open -> definition.arn().operation(open.id())));
    }

    /** Those that are promised: brokers that are just being added are none yet. */
    private static int brokers(Definition definition) {
        int nodes = definition.nodes().size();
        return definition
                .open()
                .map(Operation::change)
                .filter(Change.Resize.class::isInstance)
                .map(change -> Math.min(nodes, ((Change.Resize) change).from()))
                .orElse(nodes);
    }

    /** What it is until an update is over. */
    private static ClusterSpec spec(Definition definition) {
        return definition
                .open()
                .map(Operation::change)
                .filter(Change.Update.class::isInstance)
                .map(change -> ((Change.Update) change).from())
                .orElse(definition.spec());
    }

    private static List<String> notes(ClusterSpec spec) {
        var notes = new ArrayList<String>();
        if (!spec.kafkaVersion().equals(CreateRequest.KAFKA)) {
            notes.add("Asked for Kafka %s, runs Apache Kafka %s, which has no ZooKeeper."
                    .formatted(spec.kafkaVersion(), CreateRequest.KAFKA));
        }
        if (spec.encryption().key().isPresent()) {
            notes.add("Volumes are not encrypted: the key is stored and shown only.");
        }
        if (!spec.securityGroups().isEmpty()) {
            notes.add("Security groups are stored and shown only: every program of this machine reaches the brokers.");
        }
        return notes;
    }
}
