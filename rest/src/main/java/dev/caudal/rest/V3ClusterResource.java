package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Node;

/** The cluster that v3 serves. */
@Path(V3Path.CLUSTER)
public final class V3ClusterResource {
    private final V3Kafka kafka;

    V3ClusterResource(V3Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * The cluster.
     *
     * @param uri the request
     * @return where all that it has can be found
     */
    @GET
    public CompletionStage<V3Entity> cluster(@Context UriInfo uri) {
        return kafka.cluster(uri).thenCompose(cluster -> describe(kafka, cluster));
    }

    static CompletionStage<V3Entity> describe(V3Kafka kafka, V3Path cluster) {
        var controller = kafka.admin()
                .describeCluster(kafka.inTime(new DescribeClusterOptions()))
                .controller();
        return kafka.when(controller, node -> entity(cluster, node));
    }

    private static V3Entity entity(V3Path cluster, Node controller) {
        return V3Entity.of("KafkaCluster", cluster)
                .link("controller", cluster.broker(controller.id()).url())
                .link("acls", cluster.under("acls"))
                .link("brokers", cluster.under("brokers"))
                .link("broker_configs", cluster.under("broker-configs"))
                .link("consumer_groups", cluster.under("consumer-groups"))
                .link("topics", cluster.under("topics"))
                .link("partition_reassignments", cluster.under("topics/-/partitions/-/reassignment"));
    }
}
