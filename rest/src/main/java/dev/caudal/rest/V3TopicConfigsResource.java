package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.jspecify.annotations.Nullable;

/** The settings of topics of v3. */
@Path(V3Path.CLUSTER)
public final class V3TopicConfigsResource {
    private static final int MULTI_STATUS = 207;

    private final V3Kafka kafka;
    private final V3Topics topics;
    private final V3Configs configs;

    V3TopicConfigsResource(V3Kafka kafka, V3Topics topics, V3Configs configs) {
        this.kafka = kafka;
        this.topics = topics;
        this.configs = configs;
    }

    record Alterations(
            @Nullable List<@Nullable OfTopic> data,
            @JsonProperty("validate_only") @Nullable Boolean validateOnly) {}

    record OfTopic(
            @JsonProperty("topic_name") @Nullable String topic,
            @Nullable List<V3Alteration.@Nullable Change> configs) {}

    record Failure(
            @JsonProperty("topic_name") String topic,
            @JsonProperty("error_code") int code,
            String message) {}

    /**
     * The settings of a topic.
     *
     * @param uri the request
     * @param topic its name
     * @return in the order of their names
     */
    @GET
    @Path("topics/{topic}/configs")
    public CompletionStage<V3Entity> configs(@Context UriInfo uri, @PathParam("topic") String topic) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> configs.entries(V3Configs.topic(topic))
                        .thenApply(found -> V3Entity.list(
                                "KafkaTopicConfigList",
                                cluster.topic(topic).under("configs"),
                                found.stream()
                                        .map(config -> entity(cluster, topic, config))
                                        .toList())));
    }

    /**
     * A setting of a topic.
     *
     * @param uri the request
     * @param topic the topic
     * @param name the setting
     * @return its value
     */
    @GET
    @Path("topics/{topic}/configs/{name}")
    public CompletionStage<V3Entity> config(
            @Context UriInfo uri, @PathParam("topic") String topic, @PathParam("name") String name) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> configs.entry(V3Configs.topic(topic), name)
                        .thenApply(config -> entity(cluster, topic, config)));
    }

    /**
     * Sets a setting of a topic.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @param topic the topic
     * @param name the setting
     * @return nothing
     * @throws IOException when the body is not what is expected
     */
    @PUT
    @Path("topics/{topic}/configs/{name}")
    public CompletionStage<Response> set(
            @Context UriInfo uri,
            @Context HttpServletRequest servlet,
            @PathParam("topic") String topic,
            @PathParam("name") String name)
            throws IOException {
        var value = V3Body.read(servlet, V3Alteration.Value.class);
        return alter(uri, topic, List.of(value.of(name)), false);
    }

    /**
     * Gives a setting of a topic back its default.
     *
     * @param uri the request
     * @param topic the topic
     * @param name the setting
     * @return nothing
     */
    @DELETE
    @Path("topics/{topic}/configs/{name}")
    public CompletionStage<Response> reset(
            @Context UriInfo uri, @PathParam("topic") String topic, @PathParam("name") String name) {
        return alter(uri, topic, List.of(V3Alteration.delete(name)), false);
    }

    /**
     * Changes settings of a topic, all or none.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @param topic the topic
     * @return nothing
     * @throws IOException when the body is not what is expected
     */
    @POST
    @Path("topics/{topic}/configs:alter")
    public CompletionStage<Response> alter(
            @Context UriInfo uri, @Context HttpServletRequest servlet, @PathParam("topic") String topic)
            throws IOException {
        var wanted = V3Body.read(servlet, V3Alteration.class);
        return alter(uri, topic, wanted.toKafka(), wanted.isOnlyValidated());
    }

    /**
     * The settings of all topics.
     *
     * @param uri the request
     * @return topic by topic
     */
    @GET
    @Path("topics/-/configs")
    public CompletionStage<V3Entity> allConfigs(@Context UriInfo uri) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> topics.names().thenCompose(names -> {
                    var of = names.stream().sorted().map(V3Configs::topic).toList();
                    return configs.entries(of)
                            .thenApply(found -> V3Entity.list(
                                    "KafkaTopicConfigList",
                                    cluster.under("topics/-/configs"),
                                    of.stream()
                                            .flatMap(topic -> found.getOrDefault(topic, List.of()).stream()
                                                    .map(config -> entity(cluster, topic.name(), config)))
                                            .toList()));
                }));
    }

    /**
     * Changes settings of several topics; of each topic all or none.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @return nothing, or with status 207 what could not be changed
     * @throws IOException when the body is not what is expected
     */
    @POST
    @Path("topics/-/configs:alter")
    public CompletionStage<Response> alterAll(@Context UriInfo uri, @Context HttpServletRequest servlet)
            throws IOException {
        var wanted = V3Body.read(servlet, Alterations.class);
        var operations = new LinkedHashMap<String, List<AlterConfigOp>>();
        for (var each : V3Body.list(wanted.data(), "data")) {
            var topic = V3Body.required(each.topic(), "topic_name");
            if (operations.put(topic, V3Alteration.operations(each.configs())) != null) {
                throw RestError.badRequest("The topic %s is named more than once.".formatted(topic));
            }
        }
        boolean onlyValidate = Boolean.TRUE.equals(wanted.validateOnly());
        return kafka.cluster(uri)
                .thenCompose(cluster -> alterEach(operations, onlyValidate))
                .thenApply(failures -> failures.isEmpty()
                        ? Response.noContent().build()
                        : Response.status(MULTI_STATUS)
                                .entity(Map.of("failures", failures))
                                .build());
    }

    private CompletionStage<List<Failure>> alterEach(Map<String, List<AlterConfigOp>> operations, boolean validate) {
        var done = operations.entrySet().stream()
                .map(each -> configs.alter(V3Configs.topic(each.getKey()), each.getValue(), validate)
                        .handle((fine, error) -> Optional.<Throwable>ofNullable(error)
                                .map(KafkaErrors::of)
                                .map(RestError::body)
                                .map(body -> new Failure(each.getKey(), body.code(), body.message())))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(done.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        done.stream().flatMap(each -> each.join().stream()).toList());
    }

    private CompletionStage<Response> alter(
            UriInfo uri, String topic, List<AlterConfigOp> operations, boolean onlyValidate) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> configs.alter(V3Configs.topic(topic), operations, onlyValidate))
                .thenApply(done -> Response.noContent().build());
    }

    private static V3Entity entity(V3Path cluster, String topic, ConfigEntry config) {
        var self = cluster.topic(topic).child("configs", "config", config.name());
        return V3Configs.describe(V3Entity.of("KafkaTopicConfig", self).with("topic_name", topic), config);
    }
}
