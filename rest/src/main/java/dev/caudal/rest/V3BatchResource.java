package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends small batches of records in v3. */
@Path(V3Path.CLUSTER)
public final class V3BatchResource {
    private static final int MULTI_STATUS = 207;

    private final V3Kafka kafka;
    private final V3Producing producing;

    V3BatchResource(V3Kafka kafka, V3Producing producing) {
        this.kafka = kafka;
        this.producing = producing;
    }

    /**
     * Sends records.
     *
     * @param uri the request
     * @param servlet the request, for its body
     * @param topic the topic
     * @return with status 207, which records are written and which are not
     */
    @POST
    @Path("topics/{topic}/records:batch")
    public CompletionStage<Response> send(
            @Context UriInfo uri, @Context HttpServletRequest servlet, @PathParam("topic") String topic) {
        var entries = V3Batch.read(Body.of(servlet));
        return kafka.cluster(uri)
                .thenCompose(cluster -> producing
                        .prepare(topic)
                        .handle((partitions, error) ->
                                error == null ? send(topic, partitions, entries) : none(entries, KafkaErrors.of(error)))
                        .thenCompose(sent -> answer(cluster.cluster(), sent)));
    }

    /** What became of one entry, when that is known. */
    private record Sent(String id, Optional<V3Record> record, CompletableFuture<RecordMetadata> where) {

        static Sent failed(String id, RestError error) {
            return new Sent(id, Optional.empty(), CompletableFuture.failedFuture(error));
        }
    }

    private static List<Sent> none(List<V3Batch.Entry> entries, RestError error) {
        return entries.stream().map(entry -> Sent.failed(entry.id(), error)).toList();
    }

    private List<Sent> send(String topic, int partitions, List<V3Batch.Entry> entries) {
        var lane = producing.lane();
        return entries.stream()
                .map(entry -> send(lane, topic, partitions, entry))
                .toList();
    }

    private static Sent send(Lane lane, String topic, int partitions, V3Batch.Entry entry) {
        try {
            var record = entry.record();
            var where = record.send(lane, topic, partitions);
            return new Sent(entry.id(), Optional.of(record), where.toCompletableFuture());
        } catch (RestError error) {
            return Sent.failed(entry.id(), error);
        }
    }

    private CompletionStage<Response> answer(String cluster, List<Sent> sent) {
        var all = sent.stream().map(Sent::where).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(all)
                .handleAsync(
                        (done, some) -> {
                            var answer = new V3BatchAnswer(cluster);
                            sent.forEach(each -> tell(answer, each));
                            return Response.status(MULTI_STATUS)
                                    .entity(answer.json())
                                    .build();
                        },
                        producing::execute);
    }

    private static void tell(V3BatchAnswer answer, Sent sent) {
        try {
            var where = sent.where().join();
            sent.record().ifPresent(record -> answer.sent(record, where));
        } catch (CompletionException e) {
            answer.failed(sent.id(), KafkaErrors.of(e));
        }
    }
}
