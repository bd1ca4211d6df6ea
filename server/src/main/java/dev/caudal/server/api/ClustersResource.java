package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.kafka.KafkaClusters;
import dev.caudal.server.kafka.KafkaGroups;
import dev.caudal.server.kafka.KafkaTopics;
import dev.caudal.server.kafka.NewCluster;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The Kafka clusters of this machine. */
@Path(ApiServer.ROOT + "clusters")
@Produces("application/json")
@Consumes("application/json")
public final class ClustersResource {
    private static final int MOST = 500;

    private final KafkaClusters clusters;

    /**
     * Serves them.
     *
     * @param clusters of the platform
     */
    public ClustersResource(KafkaClusters clusters) {
        this.clusters = clusters;
    }

    /**
     * All clusters.
     *
     * @return each as {@code describe-cluster} of Amazon MSK shows it
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<JsonNode> all() {
        return Items.all(clusters.all());
    }

    /**
     * Begins to create a cluster.
     *
     * @param body what it shall be
     * @return 202 with its name and state
     */
    @POST
    @Requires(UserRole.DESIGNER)
    public Response create(@Nullable JsonNode body) {
        return Response.accepted(clusters.create(NewCluster.of(Bodies.required(body))))
                .build();
    }

    /**
     * One cluster.
     *
     * @param name its name
     * @return with its nodes, and where clients connect
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}")
    public ObjectNode one(@PathParam("name") String name) {
        return clusters.one(name);
    }

    /**
     * Begins to delete a cluster with all its data.
     *
     * @param name its name
     * @return 202
     */
    @DELETE
    @Requires(UserRole.DESIGNER)
    @Path("{name}")
    public Response delete(@PathParam("name") String name) {
        clusters.delete(name);
        return Response.accepted().build();
    }

    /**
     * Restarts a broker.
     *
     * @param name the cluster's name
     * @param broker its number
     * @return 202
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/brokers/{broker}/reboot")
    public Response reboot(@PathParam("name") String name, @PathParam("broker") int broker) {
        clusters.reboot(name, broker);
        return Response.accepted().build();
    }

    /**
     * Topics by name.
     *
     * @param name the cluster's name
     * @param match what a topic's name contains
     * @param offset how many are left out first
     * @param limit how many at most
     * @return a part of them
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/topics")
    public KafkaTopics.Page topics(
            @PathParam("name") String name,
            @QueryParam("match") @DefaultValue("") String match,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw Refusal.invalid(
                    "limit",
                    "limit is %d, offset %d.".formatted(limit, offset),
                    "limit is 1 to %d, offset 0 or more.".formatted(MOST));
        }
        return with(name, admin -> new KafkaTopics(admin).page(match, offset, limit));
    }

    /**
     * One topic.
     *
     * @param name the cluster's name
     * @param topic the topic's name
     * @return with partitions and settings
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/topics/{topic}")
    public KafkaTopics.Detail topic(@PathParam("name") String name, @PathParam("topic") String topic) {
        return with(name, admin -> new KafkaTopics(admin).one(topic));
    }

    /**
     * Creates a topic.
     *
     * @param name the cluster's name
     * @param body name, partitions and replicas
     * @return 201
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("{name}/topics")
    public Response createTopic(@PathParam("name") String name, @Nullable JsonNode body) {
        var wanted = Bodies.required(body);
        var topic = wanted.path("name").asText("");
        return with(name, admin -> {
            new KafkaTopics(admin)
                    .create(
                            topic,
                            wanted.path("partitions").asInt(1),
                            wanted.path("replicas").asInt(1));
            return Response.status(Response.Status.CREATED).build();
        });
    }

    /**
     * Deletes a topic with its messages.
     *
     * @param name the cluster's name
     * @param topic the topic's name
     */
    @DELETE
    @Requires(UserRole.DESIGNER)
    @Path("{name}/topics/{topic}")
    public void deleteTopic(@PathParam("name") String name, @PathParam("topic") String topic) {
        try (var admin = clusters.admin(name)) {
            new KafkaTopics(admin).delete(topic);
        }
    }

    /**
     * The groups of consumers.
     *
     * @param name the cluster's name
     * @return with their lag
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/groups")
    public Items<KafkaGroups.Group> groups(@PathParam("name") String name) {
        return with(name, admin -> Items.all(new KafkaGroups(admin).all()));
    }

    private <T> T with(String name, Function<Admin, T> work) {
        try (var admin = clusters.admin(name)) {
            return work.apply(admin);
        }
    }
}
