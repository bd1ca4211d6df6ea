package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The clusters that v3 serves, of which there is one. */
@Path("/v3/clusters")
public final class V3ClustersResource {
    private final V3Kafka kafka;

    V3ClustersResource(V3Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * The clusters.
     *
     * @param uri the request
     * @return a list of one
     */
    @GET
    public CompletionStage<V3Entity> clusters(@Context UriInfo uri) {
        var root = kafka.root(uri);
        return kafka.id()
                .thenCompose(id -> V3ClusterResource.describe(kafka, V3Path.of(root, id)))
                .thenApply(cluster -> V3Entity.list("KafkaClusterList", root + "/v3/clusters", List.of(cluster)));
    }
}
