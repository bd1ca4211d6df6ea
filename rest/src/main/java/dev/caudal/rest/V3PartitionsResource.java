package dev.caudal.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Partitions of v3, their replicas and offsets. */
@Path(V3Path.CLUSTER)
public final class V3PartitionsResource {
    private static final String OFFSET_TYPE = "earliest_and_latest";

    private final V3Kafka kafka;
    private final V3Topics topics;

    V3PartitionsResource(V3Kafka kafka, V3Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /**
     * The partitions of a topic.
     *
     * @param uri the request
     * @param topic its name
     * @return in the order of their numbers
     */
    @GET
    @Path("topics/{topic}/partitions")
    public CompletionStage<V3Entity> partitions(@Context UriInfo uri, @PathParam("topic") String topic) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.describe(topic, false)
                        .thenApply(found -> V3Entity.list(
                                "KafkaPartitionList",
                                cluster.topic(topic).under("partitions"),
                                found.partitions().stream()
                                        .map(each -> V3Partitions.entity(cluster, topic, each))
                                        .toList())));
    }

    /**
     * A partition.
     *
     * @param uri the request
     * @param topic its topic
     * @param partition its number
     * @return the partition
     */
    @GET
    @Path("topics/{topic}/partitions/{partition}")
    public CompletionStage<V3Entity> partition(
            @Context UriInfo uri, @PathParam("topic") String topic, @PathParam("partition") int partition) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.partition(topic, partition)
                        .thenApply(found -> V3Partitions.entity(cluster, topic, found)));
    }

    /**
     * Where a partition begins and ends for readers of committed records.
     *
     * @param uri the request
     * @param topic its topic
     * @param partition its number
     * @param type which offsets: {@code earliest_and_latest}
     * @return the offsets of its first record and of the next one to come
     */
    @GET
    @Path("topics/{topic}/partitions/{partition}/offset")
    public CompletionStage<V3Entity> offsets(
            @Context UriInfo uri,
            @PathParam("topic") String topic,
            @PathParam("partition") int partition,
            @QueryParam("offset_type") @DefaultValue(OFFSET_TYPE) String type) {
        if (!type.equalsIgnoreCase(OFFSET_TYPE)) {
            throw RestError.badRequest("offset_type must be %s (was %s).".formatted(OFFSET_TYPE, type));
        }
        var place = new TopicPartition(topic, partition);
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.partition(topic, partition)
                        .thenCompose(found -> offset(place, OffsetSpec.earliest())
                                .thenCombine(
                                        offset(place, OffsetSpec.latest()),
                                        (earliest, latest) -> V3Partitions.entity(
                                                        "KafkaPartitionWithOffsets", cluster, topic, found)
                                                .with("earliest_offset", earliest)
                                                .with("latest_offset", latest))));
    }

    /**
     * The replicas of a partition.
     *
     * @param uri the request
     * @param topic its topic
     * @param partition its number
     * @return the preferred one first
     */
    @GET
    @Path("topics/{topic}/partitions/{partition}/replicas")
    public CompletionStage<V3Entity> replicas(
            @Context UriInfo uri, @PathParam("topic") String topic, @PathParam("partition") int partition) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.partition(topic, partition)
                        .thenApply(found -> V3Entity.list(
                                "KafkaReplicaList",
                                cluster.topic(topic).partition(partition).under("replicas"),
                                V3Partitions.replicas(cluster, topic, found)
                                        .map(V3Partitions.Replica::entity)
                                        .toList())));
    }

    /**
     * A replica of a partition.
     *
     * @param uri the request
     * @param topic its topic
     * @param partition the partition's number
     * @param broker the number of the broker that has it
     * @return the replica
     */
    @GET
    @Path("topics/{topic}/partitions/{partition}/replicas/{broker}")
    public CompletionStage<V3Entity> replica(
            @Context UriInfo uri,
            @PathParam("topic") String topic,
            @PathParam("partition") int partition,
            @PathParam("broker") int broker) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.partition(topic, partition)
                        .thenApply(found -> V3Partitions.replicas(cluster, topic, found)
                                .filter(each -> each.broker() == broker)
                                .findFirst()
                                .orElseThrow(() -> V3Errors.notFound("Partition %d of %s has no replica on broker %d."
                                        .formatted(partition, topic, broker)))
                                .entity()));
    }

    private CompletionStage<Long> offset(TopicPartition place, OffsetSpec which) {
        var options = kafka.inTime(new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        var found = kafka.admin().listOffsets(Map.of(place, which), options).partitionResult(place);
        return kafka.when(found, each -> each.offset());
    }
}
