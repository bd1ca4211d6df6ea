package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.Node;

/** Consumer groups of v3. */
@Path(V3Path.CLUSTER)
public final class V3GroupsResource {
    private final V3Kafka kafka;
    private final V3Groups groups;

    V3GroupsResource(V3Kafka kafka, V3Groups groups) {
        this.kafka = kafka;
        this.groups = groups;
    }

    /**
     * The consumer groups.
     *
     * @param uri the request
     * @return in the order of their names
     */
    @GET
    @Path("consumer-groups")
    public CompletionStage<V3Entity> groups(@Context UriInfo uri) {
        return kafka.cluster(uri)
                .thenCompose(cluster -> groups.all()
                        .thenApply(all -> V3Entity.list(
                                "KafkaConsumerGroupList",
                                cluster.under("consumer-groups"),
                                all.stream()
                                        .map(group -> entity(cluster, group))
                                        .toList())));
    }

    /**
     * A consumer group.
     *
     * @param uri the request
     * @param group its name
     * @return the group
     */
    @GET
    @Path("consumer-groups/{group}")
    public CompletionStage<V3Entity> group(@Context UriInfo uri, @PathParam("group") String group) {
        return kafka.cluster(uri).thenCompose(cluster -> groups.one(group).thenApply(found -> entity(cluster, found)));
    }

    private static V3Entity entity(V3Path cluster, ConsumerGroupDescription group) {
        var self = cluster.group(group.groupId());
        var entity = V3Entity.of("KafkaConsumerGroup", self)
                .with("consumer_group_id", group.groupId())
                .with("is_simple", group.isSimpleConsumerGroup())
                .with("partition_assignor", group.partitionAssignor())
                .with("state", group.groupState().name())
                .with("type", group.type().name())
                .with("is_mixed_consumer_group", isMixed(group));
        Node coordinator = group.coordinator();
        if (coordinator == null || coordinator.isEmpty()) {
            entity.with("coordinator", null);
        } else {
            entity.link("coordinator", cluster.broker(coordinator.id()).url());
        }
        return entity.link("consumers", self.under("consumers")).link("lag_summary", self.under("lag-summary"));
    }

    /** Whether some of its consumers still speak the older protocol. */
    private static boolean isMixed(ConsumerGroupDescription group) {
        return group.members().stream()
                .anyMatch(member -> member.upgraded().filter(is -> !is).isPresent());
    }
}
