package dev.caudal.rest;

import java.util.stream.Stream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/** Partitions and their replicas, as v3 tells of them. */
final class V3Partitions {
    private V3Partitions() {}

    /** A replica on a broker. */
    record Replica(int broker, V3Entity entity) {}

    static V3Entity entity(V3Path cluster, String topic, TopicPartitionInfo partition) {
        return entity("KafkaPartition", cluster, topic, partition);
    }

    static V3Entity entity(String kind, V3Path cluster, String topic, TopicPartitionInfo partition) {
        var self = cluster.topic(topic).partition(partition.partition());
        var entity = V3Entity.of(kind, self).with("topic_name", topic).with("partition_id", partition.partition());
        var leader = partition.leader();
        if (leader != null && !leader.isEmpty()) {
            entity.link("leader", self.child("replicas", "replica", leader.id()).url());
        } else {
            entity.with("leader", null);
        }
        return entity.link("replicas", self.under("replicas")).link("reassignment", self.under("reassignment"));
    }

    /** The replicas of a partition, the preferred one first. */
    static Stream<Replica> replicas(V3Path cluster, String topic, TopicPartitionInfo partition) {
        return partition.replicas().stream()
                .map(node -> new Replica(node.id(), replica(cluster, topic, partition, node)));
    }

    private static V3Entity replica(V3Path cluster, String topic, TopicPartitionInfo partition, Node node) {
        var self = cluster.topic(topic).partition(partition.partition()).child("replicas", "replica", node.id());
        var leader = partition.leader();
        return V3Entity.of("KafkaReplica", self)
                .with("topic_name", topic)
                .with("partition_id", partition.partition())
                .with("broker_id", node.id())
                .with("is_leader", leader != null && leader.id() == node.id())
                .with("is_in_sync", partition.isr().stream().anyMatch(each -> each.id() == node.id()))
                .link("broker", cluster.broker(node.id()).url());
    }
}
