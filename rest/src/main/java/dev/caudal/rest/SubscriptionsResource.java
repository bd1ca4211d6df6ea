package dev.caudal.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What consumers of v2 read, and from where. Joining a group begins at once and is not waited for. */
@Path("/")
public final class SubscriptionsResource {
    private static final String CONSUMER = "v2/consumers/{group}/instances/{name}/";

    private final Consumers consumers;

    SubscriptionsResource(Consumers consumers) {
        this.consumers = consumers;
    }

    /**
     * Subscribes to topics or a pattern of topics, instead of those before.
     *
     * @param group the consumer's group
     * @param name its name
     * @param body the topics
     * @return nothing
     */
    @POST
    @Path(CONSUMER + "subscription")
    public CompletionStage<Response> subscribe(
            @PathParam("group") String group, @PathParam("name") String name, V2Bodies.@Nullable Subscription body) {
        var wanted = present(body);
        var topics = wanted.topics();
        var pattern = wanted.pattern();
        if (topics != null && pattern != null) {
            throw new RestError(
                    ErrorCode.ILLEGAL_STATE,
                    "Illegal state: Subscription to topics, partitions and pattern are mutually exclusive");
        }
        if (topics != null) {
            var names = wanted.names();
            return change(group, name, membership -> membership.subscribe(names));
        }
        if (pattern == null) {
            throw RestError.invalid("topics and topic_pattern may not both be null (was null)");
        }
        var compiled = compile(pattern);
        return change(group, name, membership -> membership.subscribe(compiled));
    }

    /**
     * The topics that are read.
     *
     * @param group the consumer's group
     * @param name its name
     * @return their names
     */
    @GET
    @Path(CONSUMER + "subscription")
    public CompletionStage<V2Bodies.Topics> subscription(
            @PathParam("group") String group, @PathParam("name") String name) {
        return consumers
                .find(group, name)
                .ask(membership -> new V2Bodies.Topics(
                        membership.topics().stream().sorted().toList()));
    }

    /**
     * Ends the subscription.
     *
     * @param group the consumer's group
     * @param name its name
     * @return nothing
     */
    @DELETE
    @Path(CONSUMER + "subscription")
    public CompletionStage<Response> unsubscribe(@PathParam("group") String group, @PathParam("name") String name) {
        return change(group, name, Membership::unsubscribe);
    }

    /**
     * Reads just these partitions.
     *
     * @param group the consumer's group
     * @param name its name
     * @param body the partitions
     * @return nothing
     */
    @POST
    @Path(CONSUMER + "assignments")
    public CompletionStage<Response> assign(
            @PathParam("group") String group, @PathParam("name") String name, V2Bodies.@Nullable Partitions body) {
        var partitions = present(body).toKafka();
        return change(group, name, membership -> membership.assign(partitions));
    }

    /**
     * The partitions that are read, whether assigned by the client or by the group.
     *
     * @param group the consumer's group
     * @param name its name
     * @return in order
     */
    @GET
    @Path(CONSUMER + "assignments")
    public CompletionStage<V2Bodies.Partitions> assignments(
            @PathParam("group") String group, @PathParam("name") String name) {
        return consumers
                .find(group, name)
                .ask(membership -> new V2Bodies.Partitions(membership.partitions().stream()
                        .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                        .map(V2Bodies.Partition::of)
                        .toList()));
    }

    /**
     * Reads on at these offsets or moments.
     *
     * @param group the consumer's group
     * @param name its name
     * @param body the places
     * @return nothing
     */
    @POST
    @Path(CONSUMER + "positions")
    public CompletionStage<Response> seek(
            @PathParam("group") String group, @PathParam("name") String name, V2Bodies.@Nullable Offsets body) {
        var places = present(body).places(0);
        var moments = present(body).moments();
        return change(group, name, membership -> {
            membership.seek(places);
            membership.seekToTime(moments);
        });
    }

    /**
     * Reads these partitions from their start.
     *
     * @param group the consumer's group
     * @param name its name
     * @param body the partitions
     * @return nothing
     */
    @POST
    @Path(CONSUMER + "positions/beginning")
    public CompletionStage<Response> seekToBeginning(
            @PathParam("group") String group, @PathParam("name") String name, V2Bodies.@Nullable Partitions body) {
        var partitions = present(body).toKafka();
        return change(group, name, membership -> membership.seekToBeginning(partitions));
    }

    /**
     * Reads of these partitions only what comes from now on.
     *
     * @param group the consumer's group
     * @param name its name
     * @param body the partitions
     * @return nothing
     */
    @POST
    @Path(CONSUMER + "positions/end")
    public CompletionStage<Response> seekToEnd(
            @PathParam("group") String group, @PathParam("name") String name, V2Bodies.@Nullable Partitions body) {
        var partitions = present(body).toKafka();
        return change(group, name, membership -> membership.seekToEnd(partitions));
    }

    private CompletionStage<Response> change(String group, String name, Consumer<Membership> change) {
        return consumers.find(group, name).ask(membership -> {
            change.accept(membership);
            return Response.noContent().build();
        });
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw RestError.invalid("The body may not be null (was null)");
        }
        return body;
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw RestError.badRequest("topic_pattern is %s: %s.".formatted(pattern, e.getDescription()));
        }
    }
}
