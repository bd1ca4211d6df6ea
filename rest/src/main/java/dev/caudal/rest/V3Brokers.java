package dev.caudal.rest;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Node;

/** The brokers of the cluster that run. */
final class V3Brokers {
    private final V3Kafka kafka;

    V3Brokers(V3Kafka kafka) {
        this.kafka = kafka;
    }

    /** All, in the order of their numbers. */
    CompletionStage<List<Node>> all() {
        var nodes = kafka.admin()
                .describeCluster(kafka.inTime(new DescribeClusterOptions()))
                .nodes();
        return kafka.when(
                nodes,
                found ->
                        found.stream().sorted(Comparator.comparingInt(Node::id)).toList());
    }

    /** One; fails with 404 when none of this number runs: Kafka would wait for it to come. */
    CompletionStage<Node> one(int id) {
        return all().thenApply(found -> found.stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow(() -> V3Errors.notFound("Broker %d cannot be found.".formatted(id))));
    }
}
