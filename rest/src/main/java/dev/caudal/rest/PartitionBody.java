package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/** A partition in the answers of v1 and v2. */
record PartitionBody(int partition, int leader, List<Replica> replicas) {
    private static final int NO_LEADER = -1;

    record Replica(
            int broker,
            boolean leader,
            @JsonProperty("in_sync") boolean inSync) {}

    static PartitionBody of(TopicPartitionInfo info) {
        var leaderNode = info.leader();
        int leader = leaderNode == null ? NO_LEADER : leaderNode.id();
        Set<Integer> inSync = info.isr().stream().map(Node::id).collect(Collectors.toSet());
        var replicas = info.replicas().stream()
                .map(Node::id)
                .map(id -> new Replica(id, id == leader, inSync.contains(id)))
                .toList();
        return new PartitionBody(info.partition(), leader, replicas);
    }
}
