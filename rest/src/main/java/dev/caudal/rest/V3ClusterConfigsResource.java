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
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;

/**
 * The settings of v3 that hold for all brokers without one of their own. There are only those that somebody has set; any
 * may be set, as brokers have settings for their plug-ins that Kafka does not know.
 */
@Path(V3Path.CLUSTER)
public final class V3ClusterConfigsResource {
    private static final String CONFIGS = "broker-configs";

    private final V3Kafka kafka;
    private final V3Configs configs;

    V3ClusterConfigsResource(V3Kafka kafka, V3Configs configs) {
        this.kafka = kafka;
        this.configs = configs;
    }

    /**
     * The settings.
     *
     * @param uri the request
     * @return in the order of their names
     */
    @GET
    @Path(CONFIGS)
    public CompletionStage<V3Entity> configs(@Context UriInfo uri) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> configs.entries(V3Configs.allBrokers())
                        .thenApply(found -> V3Entity.list(
                                "KafkaClusterConfigList",
                                cluster.under(CONFIGS),
                                found.stream()
                                        .map(config -> entity(cluster, config))
                                        .toList())));
    }

    /**
     * A setting.
     *
     * @param uri the request
     * @param name its name
     * @return its value
     */
    @GET
    @Path(CONFIGS + "/{name}")
    public CompletionStage<V3Entity> config(@Context UriInfo uri, @PathParam("name") String name) {
        return kafka.cluster(uri)
                .thenCompose(cluster ->
                        configs.entry(V3Configs.allBrokers(), name).thenApply(config -> entity(cluster, config)));
    }

    /**
     * Sets a setting.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @param name its name
     * @return nothing
     * @throws IOException when the body is not what is expected
     */
    @PUT
    @Path(CONFIGS + "/{name}")
    public CompletionStage<Response> set(
            @Context UriInfo uri, @Context HttpServletRequest servlet, @PathParam("name") String name)
            throws IOException {
        var value = V3Body.read(servlet, V3Alteration.Value.class);
        return change(uri, List.of(value.of(name)), false);
    }

    /**
     * Removes a setting.
     *
     * @param uri the request
     * @param name its name
     * @return nothing
     */
    @DELETE
    @Path(CONFIGS + "/{name}")
    public CompletionStage<Response> remove(@Context UriInfo uri, @PathParam("name") String name) {
        return change(uri, List.of(V3Alteration.delete(name)), false);
    }

    /**
     * Changes settings, all or none.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @return nothing
     * @throws IOException when the body is not what is expected
     */
    @POST
    @Path(CONFIGS + ":alter")
    public CompletionStage<Response> alter(@Context UriInfo uri, @Context HttpServletRequest servlet)
            throws IOException {
        var wanted = V3Body.read(servlet, V3Alteration.class);
        return change(uri, wanted.toKafka(), wanted.isOnlyValidated());
    }

    private CompletionStage<Response> change(UriInfo uri, List<AlterConfigOp> operations, boolean onlyValidate) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> configs.change(V3Configs.allBrokers(), operations, onlyValidate))
                .thenApply(done -> Response.noContent().build());
    }

    private static V3Entity entity(V3Path cluster, ConfigEntry config) {
        var self = cluster.child(CONFIGS, "broker-config", config.name());
        return V3Configs.describe(V3Entity.of("KafkaClusterConfig", self).with("config_type", "BROKER"), config);
    }
}
