package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.DeleteTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.jspecify.annotations.Nullable;

/** Topics of v3: told of, created, enlarged, deleted. */
@Path(V3Path.CLUSTER)
public final class V3TopicsResource {
    private final V3Kafka kafka;
    private final V3Topics topics;

    V3TopicsResource(V3Kafka kafka, V3Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    record Patch(@JsonProperty("partitions_count") @Nullable Integer partitions) {}

    /**
     * The topics.
     *
     * @param uri the request
     * @param operations whether to tell what the caller may do with each
     * @param alsoOperations another name of the same
     * @return in the order of their names
     */
    @GET
    @Path("topics")
    public CompletionStage<V3Entity> topics(
            @Context UriInfo uri,
            @QueryParam("include_authorized_operations") boolean operations,
            @QueryParam("includeAuthorizedOperations") boolean alsoOperations) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.names()
                        .thenCompose(names -> topics.describe(names, operations || alsoOperations))
                        .thenApply(found -> V3Entity.list(
                                "KafkaTopicList",
                                cluster.under("topics"),
                                found.stream()
                                        .map(topic -> V3Topics.entity(cluster, topic))
                                        .toList())));
    }

    /**
     * Creates a topic.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @return the topic with status 201, or 200 when it was only to be validated
     * @throws IOException when the body is not what is expected
     */
    @POST
    @Path("topics")
    public CompletionStage<Response> create(@Context UriInfo uri, @Context HttpServletRequest servlet)
            throws IOException {
        var wanted = V3Body.read(servlet, V3NewTopic.class);
        var topic = wanted.toKafka();
        var options = kafka.inTime(new CreateTopicsOptions().validateOnly(wanted.isOnlyValidated()));
        return kafka.cluster(uri).thenCompose(cluster -> {
            var created = kafka.admin().createTopics(List.of(topic), options);
            return kafka.ask(created.all())
                    .thenCompose(done -> appear(wanted, topic.name()))
                    .thenCompose(done -> entity(cluster.topic(topic.name()), topic.name(), created))
                    .thenApply(entity -> answer(cluster.topic(topic.name()), wanted.isOnlyValidated(), entity));
        });
    }

    /**
     * A topic.
     *
     * @param uri the request
     * @param topic its name
     * @param operations whether to tell what the caller may do with it
     * @return the topic
     */
    @GET
    @Path("topics/{topic}")
    public CompletionStage<V3Entity> topic(
            @Context UriInfo uri,
            @PathParam("topic") String topic,
            @QueryParam("include_authorized_operations") boolean operations) {
        return kafka.cluster(uri)
                .thenCompose(cluster ->
                        topics.describe(topic, operations).thenApply(found -> V3Topics.entity(cluster, found)));
    }

    /**
     * Enlarges a topic.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @param topic its name
     * @return the topic as it is then
     * @throws IOException when the body is not what is expected
     */
    @PATCH
    @Path("topics/{topic}")
    public CompletionStage<V3Entity> enlarge(
            @Context UriInfo uri, @Context HttpServletRequest servlet, @PathParam("topic") String topic)
            throws IOException {
        int partitions = V3Body.required(V3Body.read(servlet, Patch.class).partitions(), "partitions_count");
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.describe(topic, false)
                        .thenCompose(found -> kafka.ask(kafka.admin()
                                .createPartitions(
                                        Map.of(topic, NewPartitions.increaseTo(partitions)),
                                        kafka.inTime(new CreatePartitionsOptions()))
                                .all()))
                        .thenCompose(done -> topics.describe(topic, false))
                        .thenApply(found -> V3Topics.entity(cluster, found).with("partitions_count", partitions)));
    }

    /**
     * Deletes a topic.
     *
     * @param uri the request
     * @param topic its name
     * @return nothing
     */
    @DELETE
    @Path("topics/{topic}")
    public CompletionStage<Response> delete(@Context UriInfo uri, @PathParam("topic") String topic) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> kafka.ask(kafka.admin()
                        .deleteTopics(List.of(topic), kafka.inTime(new DeleteTopicsOptions()))
                        .all()))
                .thenApply(done -> Response.noContent().build());
    }

    private CompletionStage<Void> appear(V3NewTopic wanted, String name) {
        return wanted.isOnlyValidated() ? CompletableFuture.completedFuture(null) : topics.appear(name);
    }

    /** The counts are not told to those who may create a topic but not describe it. */
    private CompletionStage<V3Entity> entity(V3Path self, String name, CreateTopicsResult created) {
        var partitions = kafka.ask(created.numPartitions(name)).exceptionally(hidden -> 0);
        var replication = kafka.ask(created.replicationFactor(name)).exceptionally(hidden -> 0);
        return partitions.thenCombine(replication, (many, copies) -> V3Topics.entity(self, name, false, copies, many));
    }

    private static Response answer(V3Path self, boolean onlyValidated, V3Entity topic) {
        var answer = onlyValidated ? Response.ok() : Response.created(URI.create(self.url()));
        return answer.entity(topic).build();
    }
}
