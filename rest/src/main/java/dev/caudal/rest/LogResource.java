package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads partitions without a consumer: pieces of the log, and where it begins and ends. */
@Path("/")
public final class LogResource {
    private static final String PARTITION = "{version: v1|v2}/topics/{topic}/partitions/{partition}/";

    private final LogReader log;
    private final MemoryBudget memory;
    private final Topics topics;
    private final Answers answers;

    LogResource(LogReader log, MemoryBudget memory, Topics topics, Answers answers) {
        this.log = log;
        this.memory = memory;
        this.topics = topics;
        this.answers = answers;
    }

    /**
     * Reads records from an offset or a moment on.
     *
     * @param topic the topic
     * @param partition the partition's number
     * @param offset the first offset
     * @param timestamp the moment, as 2026-01-31T12:00:00Z
     * @param count the most records
     * @param request the request, for its media type
     * @return the records, as JSON; fewer where the log ends, or where they are large
     */
    @GET
    @Path(PARTITION + "messages")
    public CompletionStage<byte[]> messages(
            @PathParam("topic") String topic,
            @PathParam("partition") int partition,
            @QueryParam("offset") @Nullable Long offset,
            @QueryParam("timestamp") @Nullable String timestamp,
            @QueryParam("count") @DefaultValue("1") int count,
            @Context ContainerRequestContext request) {
        if ((offset == null) == (timestamp == null)) {
            throw RestError.badRequest("Either `offset` or `timestamp` query parameters must be set.");
        }
        var exchange = Exchange.of(request);
        var format = exchange.answerFormat().orElse(Format.BINARY).supported();
        exchange.answering(format).attach(request);
        var place = new TopicPartition(topic, partition);
        return check(place).thenApplyAsync(known -> page(place, offset, timestamp, count, format), answers::execute);
    }

    /**
     * Where a partition begins and ends.
     *
     * @param topic the topic
     * @param partition the partition's number
     * @return the offsets of its first record and of the next one to come
     */
    @GET
    @Path(PARTITION + "offsets")
    public CompletionStage<Ends> offsets(@PathParam("topic") String topic, @PathParam("partition") int partition) {
        var place = new TopicPartition(topic, partition);
        return check(place)
                .thenCompose(known -> topics.ends(place))
                .thenApply(ends -> new Ends(ends.first(), ends.next()));
    }

    /** The ends of a partition. */
    record Ends(
            @JsonProperty("beginning_offset") long first,
            @JsonProperty("end_offset") long next) {}

    private CompletionStage<Boolean> check(TopicPartition place) {
        return topics.describe(place.topic()).thenApply(found -> {
            if (place.partition() < 0 || place.partition() >= found.partitions().size()) {
                throw RestError.partitionNotFound();
            }
            return true;
        });
    }

    private byte[] page(
            TopicPartition place, @Nullable Long offset, @Nullable String timestamp, int count, Format format) {
        try (var hold = memory.hold(0)) {
            var records = offset == null ? since(place, timestamp, count, hold) : log.read(place, offset, count, hold);
            return RecordJson.list(checked(records, format), format, Include.parse(""))
                    .toBytes();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> since(
            TopicPartition place, @Nullable String timestamp, int count, MemoryBudget.Hold hold) {
        var moment = new V2Bodies.Timestamp(place.topic(), place.partition(), String.valueOf(timestamp), null);
        var first = log.offsetAt(place, moment.toMillis());
        return first.isEmpty() ? List.of() : log.read(place, first.getAsLong(), count, hold);
    }

    private static List<ConsumerRecord<byte[], byte[]>> checked(
            List<ConsumerRecord<byte[], byte[]>> records, Format format) {
        if (format == Format.JSON) {
            records.forEach(Inbox::requireJson);
        }
        return records;
    }
}
