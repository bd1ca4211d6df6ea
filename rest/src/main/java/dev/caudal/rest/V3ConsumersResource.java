package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** The consumers of groups of v3, and the partitions that are assigned to them. */
@Path(V3Path.CLUSTER)
public final class V3ConsumersResource {
    private final V3Kafka kafka;
    private final V3Groups groups;

    V3ConsumersResource(V3Kafka kafka, V3Groups groups) {
        this.kafka = kafka;
        this.groups = groups;
    }

    /**
     * The consumers of a group.
     *
     * @param uri the request
     * @param group its name
     * @return in the order of their names
     */
    @GET
    @Path("consumer-groups/{group}/consumers")
    public CompletionStage<V3Entity> consumers(@Context UriInfo uri, @PathParam("group") String group) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> groups.one(group)
                        .thenApply(found -> V3Entity.list(
                                "KafkaConsumerList",
                                cluster.group(group).under("consumers"),
                                V3Groups.consumers(found).stream()
                                        .map(member -> entity(cluster.group(group), group, member))
                                        .toList())));
    }

    /**
     * A consumer.
     *
     * @param uri the request
     * @param group its group
     * @param consumer its name
     * @return the consumer
     */
    @GET
    @Path("consumer-groups/{group}/consumers/{consumer}")
    public CompletionStage<V3Entity> consumer(
            @Context UriInfo uri, @PathParam("group") String group, @PathParam("consumer") String consumer) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> groups.consumer(group, consumer)
                        .thenApply(member -> entity(cluster.group(group), group, member)));
    }

    /**
     * The partitions of a consumer.
     *
     * @param uri the request
     * @param group its group
     * @param consumer its name
     * @return in the order of topics and partitions
     */
    @GET
    @Path("consumer-groups/{group}/consumers/{consumer}/assignments")
    public CompletionStage<V3Entity> assignments(
            @Context UriInfo uri, @PathParam("group") String group, @PathParam("consumer") String consumer) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> groups.consumer(group, consumer)
                        .thenApply(member -> V3Entity.list(
                                "KafkaConsumerAssignmentList",
                                self(cluster.group(group), consumer).under("assignments"),
                                partitions(member).stream()
                                        .map(each -> assignment(cluster, group, consumer, each))
                                        .toList())));
    }

    /**
     * A partition of a consumer.
     *
     * @param uri the request
     * @param group its group
     * @param consumer its name
     * @param topic the topic
     * @param partition the partition's number
     * @return the assignment
     */
    @GET
    @Path("consumer-groups/{group}/consumers/{consumer}/assignments/{topic}/partitions/{partition}")
    public CompletionStage<V3Entity> assignment(
            @Context UriInfo uri,
            @PathParam("group") String group,
            @PathParam("consumer") String consumer,
            @PathParam("topic") String topic,
            @PathParam("partition") int partition) {
        var place = new TopicPartition(topic, partition);
        return kafka.cluster(uri)
                .thenCompose(cluster -> groups.consumer(group, consumer).thenApply(member -> {
                    if (!member.assignment().topicPartitions().contains(place)) {
                        throw V3Errors.notFound(
                                "Partition %s is not assigned to consumer %s.".formatted(place, consumer));
                    }
                    return assignment(cluster, group, consumer, place);
                }));
    }

    private static List<TopicPartition> partitions(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .toList();
    }

    private static V3Path self(V3Path group, String consumer) {
        return group.child("consumers", "consumer", consumer);
    }

    private static V3Entity entity(V3Path path, String group, MemberDescription member) {
        var self = self(path, member.consumerId());
        return V3Entity.of("KafkaConsumer", self)
                .with("consumer_group_id", group)
                .with("consumer_id", member.consumerId())
                .with("instance_id", member.groupInstanceId().orElse(null))
                .with("client_id", member.clientId())
                .link("assignments", self.under("assignments"));
    }

    private static V3Entity assignment(V3Path cluster, String group, String consumer, TopicPartition place) {
        var self = self(cluster.group(group), consumer)
                .child("assignments", "assignment", place.topic())
                .partition(place.partition());
        return V3Entity.of("KafkaConsumerAssignment", self)
                .with("consumer_group_id", group)
                .with("consumer_id", consumer)
                .with("topic_name", place.topic())
                .with("partition_id", place.partition())
                .link(
                        "partition",
                        cluster.topic(place.topic())
                                .partition(place.partition())
                                .url())
                .link("lag", V3Lag.path(cluster, group, place).url());
    }
}
