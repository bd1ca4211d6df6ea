package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.TopicDescription;

/** Brokers, topics and partitions for v1 and v2, which answer alike. */
@Path("/")
public final class MetadataResource {
    private final Topics topics;

    MetadataResource(Topics topics) {
        this.topics = topics;
    }

    /**
     * The brokers.
     *
     * @return their numbers
     */
    @GET
    @Path("{version: v1|v2}/brokers")
    public CompletionStage<Map<String, List<Integer>>> brokers() {
        return topics.brokers().thenApply(ids -> Map.of("brokers", ids));
    }

    /**
     * The topics.
     *
     * @return their names in order
     */
    @GET
    @Path("{version: v1|v2}/topics")
    public CompletionStage<List<String>> topics() {
        return topics.names();
    }

    /**
     * A topic.
     *
     * @param topic its name
     * @return its settings and partitions
     */
    @GET
    @Path("{version: v1|v2}/topics/{topic}")
    public CompletionStage<Object> topic(@PathParam("topic") String topic) {
        return topics.describe(topic)
                .thenCombine(
                        topics.settings(topic), (found, settings) -> new TopicBody(topic, settings, partitions(found)));
    }

    /**
     * The partitions of a topic.
     *
     * @param topic its name
     * @return in order
     */
    @GET
    @Path("{version: v1|v2}/topics/{topic}/partitions")
    public CompletionStage<Object> partitions(@PathParam("topic") String topic) {
        return topics.describe(topic).thenApply(MetadataResource::partitions);
    }

    /**
     * A partition.
     *
     * @param topic its topic
     * @param partition its number
     * @return its leader and replicas
     */
    @GET
    @Path("{version: v1|v2}/topics/{topic}/partitions/{partition}")
    public CompletionStage<Object> partition(@PathParam("topic") String topic, @PathParam("partition") int partition) {
        return topics.describe(topic)
                .thenApply(found -> partitions(found).stream()
                        .filter(each -> each.partition() == partition)
                        .findFirst()
                        .orElseThrow(RestError::partitionNotFound));
    }

    private static List<PartitionBody> partitions(TopicDescription found) {
        return found.partitions().stream().map(PartitionBody::of).toList();
    }
}
