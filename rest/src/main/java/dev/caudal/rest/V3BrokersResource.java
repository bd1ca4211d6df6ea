package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.Node;

/** Brokers of v3. */
@Path(V3Path.CLUSTER)
public final class V3BrokersResource {
    private final V3Kafka kafka;
    private final V3Brokers brokers;
    private final V3Topics topics;

    V3BrokersResource(V3Kafka kafka, V3Brokers brokers, V3Topics topics) {
        this.kafka = kafka;
        this.brokers = brokers;
        this.topics = topics;
    }

    /**
     * The brokers.
     *
     * @param uri the request
     * @return in the order of their numbers
     */
    @GET
    @Path("brokers")
    public CompletionStage<V3Entity> brokers(@Context UriInfo uri) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> brokers.all()
                        .thenApply(all -> V3Entity.list(
                                "KafkaBrokerList",
                                cluster.under("brokers"),
                                all.stream().map(node -> entity(cluster, node)).toList())));
    }

    /**
     * A broker.
     *
     * @param uri the request
     * @param broker its number
     * @return the broker
     */
    @GET
    @Path("brokers/{broker}")
    public CompletionStage<V3Entity> broker(@Context UriInfo uri, @PathParam("broker") int broker) {
        return kafka.cluster(uri).thenCompose(cluster -> brokers.one(broker).thenApply(node -> entity(cluster, node)));
    }

    /**
     * The replicas on a broker.
     *
     * @param uri the request
     * @param broker its number
     * @return in the order of topics and partitions
     */
    @GET
    @Path("brokers/{broker}/partition-replicas")
    public CompletionStage<V3Entity> replicas(@Context UriInfo uri, @PathParam("broker") int broker) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> brokers.one(broker)
                        .thenCompose(node -> topics.names())
                        .thenCompose(names -> topics.describe(names, false))
                        .thenApply(all -> V3Entity.list(
                                "KafkaReplicaList",
                                cluster.broker(broker).under("partition-replicas"),
                                all.stream()
                                        .flatMap(topic -> topic.partitions().stream()
                                                .flatMap(partition -> V3Partitions.replicas(
                                                                cluster, topic.name(), partition)
                                                        .filter(replica -> replica.broker() == broker)))
                                        .map(V3Partitions.Replica::entity)
                                        .toList())));
    }

    private static V3Entity entity(V3Path cluster, Node node) {
        var self = cluster.broker(node.id());
        return V3Entity.of("KafkaBroker", self)
                .with("broker_id", node.id())
                .with("host", node.host())
                .with("port", node.port())
                .with("rack", node.rack())
                .link("configs", self.under("configs"))
                .link("partition_replicas", self.under("partition-replicas"));
    }
}
