package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What consumers of v1 do. A read is answered by an empty list whatever passing trouble the cluster has. */
@Path("/")
public final class ConsumersV1Resource {
    private static final Duration COMMIT = Duration.ofSeconds(30);

    private final Consumers consumers;
    private final Topics topics;
    private final Reads reads;

    ConsumersV1Resource(Consumers consumers, Topics topics, Reads reads) {
        this.consumers = consumers;
        this.topics = topics;
        this.reads = reads;
    }

    /**
     * Reads a topic. The first read subscribes.
     *
     * @param group the consumer's group
     * @param name its name
     * @param topic the topic
     * @param maxBytes the most key and value bytes
     * @param include what else of each record
     * @param servlet the request, for its connection
     * @param request the request, for its media type
     * @param response is answered with a list of records
     */
    @GET
    @Path("v1/consumers/{group}/instances/{name}/topics/{topic}")
    public void read(
            @PathParam("group") String group,
            @PathParam("name") String name,
            @PathParam("topic") String topic,
            @QueryParam("max_bytes") @Nullable Long maxBytes,
            @QueryParam("include") @DefaultValue("") String include,
            @Context HttpServletRequest servlet,
            @Context ContainerRequestContext request,
            @Suspended AsyncResponse response) {
        var instance = consumers.find(group, name);
        var unused = reads.format(instance, request);
        var wanted = Include.parse(include);
        var read = reads.read(instance, servlet, Optional.ofNullable(maxBytes), Optional.empty());
        var started = topics.exists(topic).thenAccept(exists -> {
            if (exists) {
                reads.answer(instance, read, wanted, membership -> subscribe(membership, topic), response);
            } else {
                response.resume(RestError.topicNotFound());
            }
        });
        started.exceptionally(error -> {
            response.resume(KafkaErrors.cause(error));
            return null;
        });
    }

    /**
     * Commits all that was delivered; from now on the client does so itself.
     *
     * @param group the consumer's group
     * @param name its name
     * @return how far it is in each partition it has read
     */
    @POST
    @Path("v1/consumers/{group}/instances/{name}/offsets")
    public CompletionStage<List<ConsumedOffset>> commit(
            @PathParam("group") String group, @PathParam("name") String name) {
        var instance = consumers.find(group, name);
        return instance.settle(progress -> {
            if (instance.settings().commit() == ConsumerSettings.Commit.NEXT_READ) {
                progress.commitByClient();
            }
            progress.commitDelivered(COMMIT);
            return progress.consumed();
        });
    }

    private static void subscribe(Membership membership, String topic) {
        if (membership.topics().isEmpty()) {
            membership.subscribe(Set.of(topic));
        } else if (!membership.topics().contains(topic)) {
            throw new RestError(
                    ErrorCode.OTHER_TOPIC,
                    "Consumer cannot subscribe the the specified target because it has already subscribed to other topics.");
        }
    }
}
