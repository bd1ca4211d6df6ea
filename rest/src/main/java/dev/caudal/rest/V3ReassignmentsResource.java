package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.ListPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.common.TopicPartition;

/** The partitions of v3 whose replicas are being moved. */
@Path(V3Path.CLUSTER)
public final class V3ReassignmentsResource {
    private final V3Kafka kafka;
    private final V3Topics topics;

    V3ReassignmentsResource(V3Kafka kafka, V3Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /**
     * All moves of the cluster.
     *
     * @param uri the request
     * @return in the order of topics and partitions
     */
    @GET
    @Path("topics/-/partitions/-/reassignment")
    public CompletionStage<V3Entity> all(@Context UriInfo uri) {
        return kafka.cluster(uri)
                .thenCompose(
                        cluster -> moves(cluster, cluster.under("topics/-/partitions/-/reassignment"), place -> true));
    }

    /**
     * The moves of a topic.
     *
     * @param uri the request
     * @param topic its name
     * @return in the order of partitions
     */
    @GET
    @Path("topics/{topic}/partitions/-/reassignment")
    public CompletionStage<V3Entity> ofTopic(@Context UriInfo uri, @PathParam("topic") String topic) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.describe(topic, false)
                        .thenCompose(found -> moves(
                                cluster,
                                cluster.topic(topic).under("partitions/-/reassignment"),
                                place -> place.topic().equals(topic))));
    }

    /**
     * The move of a partition.
     *
     * @param uri the request
     * @param topic its topic
     * @param partition its number
     * @return the move
     */
    @GET
    @Path("topics/{topic}/partitions/{partition}/reassignment")
    public CompletionStage<V3Entity> ofPartition(
            @Context UriInfo uri, @PathParam("topic") String topic, @PathParam("partition") int partition) {
        var place = new TopicPartition(topic, partition);
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.partition(topic, partition)
                        .thenCompose(found -> moves())
                        .thenApply(moves -> {
                            var move = moves.get(place);
                            if (move == null) {
                                throw V3Errors.notFound("Partition %s is not being moved.".formatted(place));
                            }
                            return entity(cluster, place, move);
                        }));
    }

    private CompletionStage<Map<TopicPartition, PartitionReassignment>> moves() {
        return kafka.ask(kafka.admin()
                .listPartitionReassignments(kafka.inTime(new ListPartitionReassignmentsOptions()))
                .reassignments());
    }

    private CompletionStage<V3Entity> moves(V3Path cluster, String self, Predicate<TopicPartition> wanted) {
        return moves().thenApply(
                        moves -> V3Entity.list("KafkaReassignmentList", self, entities(cluster, moves, wanted)));
    }

    private static List<V3Entity> entities(
            V3Path cluster, Map<TopicPartition, PartitionReassignment> moves, Predicate<TopicPartition> wanted) {
        return moves.entrySet().stream()
                .filter(move -> wanted.test(move.getKey()))
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition)))
                .map(move -> entity(cluster, move.getKey(), move.getValue()))
                .toList();
    }

    private static V3Entity entity(V3Path cluster, TopicPartition place, PartitionReassignment move) {
        var partition = cluster.topic(place.topic()).partition(place.partition());
        return V3Entity.of("KafkaReassignment", partition.part("reassignment"))
                .with("topic_name", place.topic())
                .with("partition_id", place.partition())
                .with("adding_replicas", move.addingReplicas())
                .with("removing_replicas", move.removingReplicas())
                .link("replicas", partition.under("replicas"));
    }
}
