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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Records and offsets of consumers of v2. Commits are done when they are answered, and only of what was delivered. */
@Path("/")
public final class ConsumersV2Resource {
    private static final Duration COMMIT = Duration.ofSeconds(30);

    private final Consumers consumers;
    private final Reads reads;

    ConsumersV2Resource(Consumers consumers, Reads reads) {
        this.consumers = consumers;
        this.reads = reads;
    }

    /**
     * Reads what the consumer is subscribed or assigned to.
     *
     * @param group the consumer's group
     * @param name its name
     * @param timeout the longest wait in milliseconds
     * @param maxBytes the most key and value bytes
     * @param include what else of each record
     * @param servlet the request, for its connection
     * @param request the request, for its media type
     * @param response is answered with a list of records
     */
    @GET
    @Path("v2/consumers/{group}/instances/{name}/records")
    public void read(
            @PathParam("group") String group,
            @PathParam("name") String name,
            @QueryParam("timeout") @Nullable Long timeout,
            @QueryParam("max_bytes") @Nullable Long maxBytes,
            @QueryParam("include") @DefaultValue("") String include,
            @Context HttpServletRequest servlet,
            @Context ContainerRequestContext request,
            @Suspended AsyncResponse response) {
        var instance = consumers.find(group, name);
        var unused = reads.format(instance, request);
        var wanted = Include.parse(include);
        reads.checkMemory(instance);
        var read = reads.read(instance, servlet, Optional.ofNullable(maxBytes), Optional.ofNullable(timeout));
        reads.answer(instance, read, wanted, membership -> {}, response);
    }

    /**
     * Commits the given records as the last ones consumed; without any, all that was delivered.
     *
     * @param group the consumer's group
     * @param name its name
     * @param offsets the records
     * @return nothing in it, when it is done
     */
    @POST
    @Path("v2/consumers/{group}/instances/{name}/offsets")
    public CompletionStage<List<Object>> commit(
            @PathParam("group") String group, @PathParam("name") String name, V2Bodies.@Nullable Offsets offsets) {
        return consumers.find(group, name).settle(progress -> {
            if (offsets == null || offsets.offsets() == null) {
                progress.commitDelivered(COMMIT);
            } else {
                progress.commit(offsets.places(1), COMMIT);
            }
            return List.of();
        });
    }

    /**
     * What is committed.
     *
     * @param group the consumer's group
     * @param name its name
     * @param topics where the request has no body: the topic of each partition
     * @param partitions where the request has no body: their numbers
     * @param body the partitions
     * @return the next records to be consumed; nothing of partitions where nothing is committed
     */
    @GET
    @Path("v2/consumers/{group}/instances/{name}/offsets")
    public CompletionStage<V2Bodies.Committed> committed(
            @PathParam("group") String group,
            @PathParam("name") String name,
            @QueryParam("topic") List<String> topics,
            @QueryParam("partition") List<Integer> partitions,
            V2Bodies.@Nullable Partitions body) {
        var instance = consumers.find(group, name);
        var wanted = body == null ? named(topics, partitions) : body;
        var all = wanted.toKafka();
        return instance.ask(membership -> new V2Bodies.Committed(all.stream()
                .flatMap(partition -> membership.committed(partition).stream()
                        .map(offset -> new V2Bodies.Offset(
                                partition.topic(), partition.partition(), offset.offset(), offset.metadata())))
                .toList()));
    }

    private static V2Bodies.Partitions named(List<String> topics, List<Integer> partitions) {
        if (topics.isEmpty() || topics.size() != partitions.size()) {
            throw RestError.partitionNotFound();
        }
        var all = new ArrayList<V2Bodies.Partition>();
        for (int i = 0; i < topics.size(); i++) {
            all.add(new V2Bodies.Partition(topics.get(i), partitions.get(i)));
        }
        return new V2Bodies.Partitions(all);
    }
}
