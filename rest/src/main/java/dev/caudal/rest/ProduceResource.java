package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** Sends records, for v1 and v2. */
@Path("/")
public final class ProduceResource {
    private final Sending sending;

    ProduceResource(Sending sending) {
        this.sending = sending;
    }

    /**
     * Sends records to a topic.
     *
     * @param topic its name
     * @param servlet the request, for its body
     * @param request the request, for its media type
     * @return where each record is, or why it is not
     */
    @POST
    @Path("{version: v1|v2}/topics/{topic}")
    public CompletionStage<Response> produce(
            @PathParam("topic") String topic,
            @Context HttpServletRequest servlet,
            @Context ContainerRequestContext request) {
        return answer(topic, Batch.ANY, servlet, request);
    }

    /**
     * Sends records to a partition; a record may name another one.
     *
     * @param topic its topic
     * @param partition its number
     * @param servlet the request, for its body
     * @param request the request, for its media type
     * @return where each record is, or why it is not
     */
    @POST
    @Path("{version: v1|v2}/topics/{topic}/partitions/{partition}")
    public CompletionStage<Response> produce(
            @PathParam("topic") String topic,
            @PathParam("partition") int partition,
            @Context HttpServletRequest servlet,
            @Context ContainerRequestContext request) {
        if (partition < 0) {
            throw RestError.partitionNotFound();
        }
        return answer(topic, partition, servlet, request);
    }

    private CompletionStage<Response> answer(
            String topic, int partition, HttpServletRequest servlet, ContainerRequestContext request) {
        var batch = BatchReader.read(Body.of(servlet), Exchange.of(request).bodyFormat());
        return sending.send(topic, partition, batch)
                .thenApply(production -> Response.status(production.status())
                        .entity(production.json())
                        .build());
    }
}
