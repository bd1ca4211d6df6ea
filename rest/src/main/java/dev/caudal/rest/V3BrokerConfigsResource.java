package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;

/** The settings of brokers of v3. */
@Path(V3Path.CLUSTER)
public final class V3BrokerConfigsResource {
    private final V3Kafka kafka;
    private final V3Brokers brokers;
    private final V3Configs configs;

    V3BrokerConfigsResource(V3Kafka kafka, V3Brokers brokers, V3Configs configs) {
        this.kafka = kafka;
        this.brokers = brokers;
        this.configs = configs;
    }

    /**
     * The settings of a broker.
     *
     * @param uri the request
     * @param broker its number
     * @return in the order of their names
     */
    @GET
    @Path("brokers/{broker}/configs")
    public CompletionStage<V3Entity> configs(@Context UriInfo uri, @PathParam("broker") int broker) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> brokers.one(broker)
                        .thenCompose(node -> entities(cluster, node.id()))
                        .thenApply(found -> list(cluster.broker(broker).under("configs"), found)));
    }

    /**
     * The settings of all brokers.
     *
     * @param uri the request
     * @return broker by broker
     */
    @GET
    @Path("brokers/-/configs")
    public CompletionStage<V3Entity> allConfigs(@Context UriInfo uri) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> brokers.all()
                        .thenCompose(nodes -> entities(cluster, nodes))
                        .thenApply(found -> list(cluster.under("brokers/-/configs"), found)));
    }

    /**
     * A setting of a broker.
     *
     * @param uri the request
     * @param broker its number
     * @param name the setting
     * @return its value
     */
    @GET
    @Path("brokers/{broker}/configs/{name}")
    public CompletionStage<V3Entity> config(
            @Context UriInfo uri, @PathParam("broker") int broker, @PathParam("name") String name) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> brokers.one(broker)
                        .thenCompose(node -> configs.entry(V3Configs.broker(broker), name))
                        .thenApply(config -> entity(cluster, broker, config)));
    }

    /**
     * Sets a setting of a broker.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @param broker its number
     * @param name the setting
     * @return nothing
     * @throws IOException when the body is not what is expected
     */
    @PUT
    @Path("brokers/{broker}/configs/{name}")
    public CompletionStage<Response> set(
            @Context UriInfo uri,
            @Context HttpServletRequest servlet,
            @PathParam("broker") int broker,
            @PathParam("name") String name)
            throws IOException {
        var value = V3Body.read(servlet, V3Alteration.Value.class);
        return alter(uri, broker, List.of(value.of(name)), false);
    }

    /**
     * Gives a setting of a broker back what holds for all brokers.
     *
     * @param uri the request
     * @param broker its number
     * @param name the setting
     * @return nothing
     */
    @DELETE
    @Path("brokers/{broker}/configs/{name}")
    public CompletionStage<Response> reset(
            @Context UriInfo uri, @PathParam("broker") int broker, @PathParam("name") String name) {
        return alter(uri, broker, List.of(V3Alteration.delete(name)), false);
    }

    /**
     * Changes settings of a broker, all or none.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @param broker its number
     * @return nothing
     * @throws IOException when the body is not what is expected
     */
    @POST
    @Path("brokers/{broker}/configs:alter")
    public CompletionStage<Response> alter(
            @Context UriInfo uri, @Context HttpServletRequest servlet, @PathParam("broker") int broker)
            throws IOException {
        var wanted = V3Body.read(servlet, V3Alteration.class);
        return alter(uri, broker, wanted.toKafka(), wanted.isOnlyValidated());
    }

    private CompletionStage<Response> alter(
            UriInfo uri, int broker, List<AlterConfigOp> operations, boolean onlyValidate) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> brokers.one(broker))
                .thenCompose(node -> configs.alter(V3Configs.broker(broker), operations, onlyValidate))
                .thenApply(done -> Response.noContent().build());
    }

    private CompletionStage<List<V3Entity>> entities(V3Path cluster, List<Node> nodes) {
        var all = nodes.stream()
                .map(node -> entities(cluster, node.id()).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        all.stream().flatMap(each -> each.join().stream()).toList());
    }

    private CompletionStage<List<V3Entity>> entities(V3Path cluster, int broker) {
        return configs.entries(V3Configs.broker(broker))
                .thenApply(found -> found.stream()
                        .map(config -> entity(cluster, broker, config))
                        .toList());
    }

    private static V3Entity list(String self, List<V3Entity> configs) {
        return V3Entity.list("KafkaBrokerConfigList", self, configs);
    }

    private static V3Entity entity(V3Path cluster, int broker, ConfigEntry config) {
        var self = cluster.broker(broker).child("configs", "config", config.name());
        return V3Configs.describe(V3Entity.of("KafkaBrokerConfig", self).with("broker_id", broker), config);
    }
}
