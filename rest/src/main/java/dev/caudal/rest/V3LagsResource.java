package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.TopicPartition;

/** How far consumer groups of v3 are behind. */
@Path(V3Path.CLUSTER)
public final class V3LagsResource {
    private final V3Kafka kafka;
    private final V3Lags lags;

    V3LagsResource(V3Kafka kafka, V3Lags lags) {
        this.kafka = kafka;
        this.lags = lags;
    }

    /**
     * How far a group is behind in each partition in which it has committed.
     *
     * @param uri the request
     * @param group its name
     * @return in the order of topics and partitions
     */
    @GET
    @Path("consumer-groups/{group}/lags")
    public CompletionStage<V3Entity> lags(@Context UriInfo uri, @PathParam("group") String group) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> lags.of(group)
                        .thenApply(all -> V3Entity.list(
                                "KafkaConsumerLagList",
                                cluster.group(group).under("lags"),
                                all.stream()
                                        .map(lag -> lag.entity(cluster, group))
                                        .toList())));
    }

    /**
     * How far a group is behind in a partition.
     *
     * @param uri the request
     * @param group its name
     * @param topic the topic
     * @param partition the partition's number
     * @return the lag
     */
    @GET
    @Path("consumer-groups/{group}/lags/{topic}/partitions/{partition}")
    public CompletionStage<V3Entity> lag(
            @Context UriInfo uri,
            @PathParam("group") String group,
            @PathParam("topic") String topic,
            @PathParam("partition") int partition) {
        var place = new TopicPartition(topic, partition);
        return kafka.cluster(uri)
                .thenCompose(cluster -> lags.of(group)
                        .thenApply(all -> all.stream()
                                .filter(lag -> lag.place().equals(place))
                                .findFirst()
                                .orElseThrow(() -> V3Errors.notFound(
                                        "Consumer group %s has committed nothing in %s.".formatted(group, place)))
                                .entity(cluster, group)));
    }

    /**
     * How far a group is behind in all, and where most.
     *
     * @param uri the request
     * @param group its name
     * @return the sum and the largest lag
     */
    @GET
    @Path("consumer-groups/{group}/lag-summary")
    public CompletionStage<V3Entity> summary(@Context UriInfo uri, @PathParam("group") String group) {
        return kafka.cluster(uri).thenCompose(cluster -> lags.of(group).thenApply(all -> summary(cluster, group, all)));
    }

    private static V3Entity summary(V3Path cluster, String group, List<V3Lag> lags) {
        var most = lags.stream()
                .max(Comparator.comparingLong(V3Lag::lag))
                .orElseThrow(() -> V3Errors.notFound("Consumer group %s has committed nothing.".formatted(group)));
        var self = cluster.group(group);
        var summary = V3Entity.of("KafkaConsumerGroupLagSummary", self.part("lag-summary"))
                .with("consumer_group_id", group)
                .with("max_lag_consumer_id", most.consumerId())
                .with("max_lag_instance_id", most.instanceId().orElse(null))
                .with("max_lag_client_id", most.clientId())
                .with("max_lag_topic_name", most.place().topic())
                .with("max_lag_partition_id", most.place().partition())
                .with("max_lag", most.lag())
                .with("total_lag", lags.stream().mapToLong(V3Lag::lag).sum());
        if (most.consumer().isPresent()) {
            summary.link(
                    "max_lag_consumer",
                    self.child("consumers", "consumer", most.consumerId()).url());
        } else {
            summary.with("max_lag_consumer", null);
        }
        var place = cluster.topic(most.place().topic()).partition(most.place().partition());
        return summary.link("max_lag_partition", place.url());
    }
}
