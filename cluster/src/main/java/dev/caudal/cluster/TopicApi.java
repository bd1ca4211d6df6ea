package dev.caudal.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;

/** Topics of clusters. An order is done when it is answered, but not all brokers have heard of it then. */
record TopicApi(Targets targets) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "CreateTopic", this::create,
                "ListTopics", this::list,
                "DescribeTopic", this::describe,
                "DescribeTopicPartitions", this::partitions,
                "UpdateTopic", this::update,
                "DeleteTopic", this::delete);
    }

    private ApiAnswer create(ApiRequest request, List<String> path) {
        var fields = Fields.of(request.body());
        var name = fields.requiredText("topicName");
        int partitions = positive(fields, "partitionCount");
        int replicas = positive(fields, "replicationFactor");
        var configs = TopicConfigs.read(fields);
        return on(path, (cluster, admin) -> {
            admin.create(name, partitions, Math.min(replicas, Short.MAX_VALUE), configs);
            return begun(cluster, name, "CREATING");
        });
    }

    private ApiAnswer list(ApiRequest request, List<String> path) {
        var page = Page.of(request);
        return on(
                path,
                (cluster, admin) -> page.write(
                        "topics",
                        List.copyOf(
                                admin.list(request.parameter("topicNameFilter").orElse(""))),
                        topic -> shape(cluster, topic)
                                .put(
                                        "outOfSyncReplicaCount",
                                        topic.partitions().stream()
                                                .mapToInt(partition -> partition
                                                                .replicas()
                                                                .size()
                                                        - partition.isr().size())
                                                .sum())));
    }

    private ApiAnswer describe(ApiRequest request, List<String> path) {
        return on(
                path,
                (cluster, admin) -> shape(cluster, admin.describe(path.get(1)))
                        .put("configs", TopicConfigs.write(admin.configs(path.get(1))))
                        .put("status", "ACTIVE"));
    }

    private ApiAnswer partitions(ApiRequest request, List<String> path) {
        var page = Page.of(request);
        return on(
                path,
                (cluster, admin) ->
                        page.write("partitions", admin.describe(path.get(1)).partitions(), partition -> {
                            var json = ClusterJson.object().put("partition", partition.partition());
                            if (partition.leader() != null) {
                                json.put("leader", partition.leader().id());
                            }
                            partition.replicas().stream().map(Node::id).forEach(json.putArray("replicas")::add);
                            partition.isr().stream().map(Node::id).forEach(json.putArray("isr")::add);
                            return json;
                        }));
    }

    private ApiAnswer update(ApiRequest request, List<String> path) {
        var fields = Fields.of(request.body());
        var configs = TopicConfigs.read(fields);
        boolean grows = fields.has("partitionCount");
        if (!grows && configs.isEmpty()) {
            throw ApiError.badRequest("partitionCount", "The request has neither partitionCount nor configs.");
        }
        int partitions = grows ? positive(fields, "partitionCount") : 0;
        return on(path, (cluster, admin) -> {
            if (!configs.isEmpty()) {
                admin.configure(path.get(1), configs);
            }
            if (grows && admin.describe(path.get(1)).partitions().size() != partitions) {
                admin.grow(path.get(1), partitions);
            }
            return begun(cluster, path.get(1), "UPDATING");
        });
    }

    private ApiAnswer delete(ApiRequest request, List<String> path) {
        return on(path, (cluster, admin) -> {
            admin.delete(path.get(1));
            return begun(cluster, path.get(1), "DELETING");
        });
    }

    private ApiAnswer on(List<String> path, BiFunction<Definition, TopicAdmin, ObjectNode> work) {
        var cluster = targets.cluster(path);
        var state = cluster.state();
        if (state == ClusterState.CREATING || state == ClusterState.FAILED || state == ClusterState.DELETING) {
            throw ApiError.badRequest(
                    "clusterArn", "The cluster is in the state %s and has no brokers to ask.".formatted(state));
        }
        try (var admin = new TopicAdmin(targets.clusters().admin(cluster.definition()))) {
            return ApiAnswer.of(work.apply(cluster.definition(), admin));
        }
    }

    private static ObjectNode shape(Definition cluster, TopicDescription topic) {
        return ClusterJson.object()
                .put("topicArn", cluster.arn().topic(topic.name()))
                .put("topicName", topic.name())
                .put("replicationFactor", topic.partitions().get(0).replicas().size())
                .put("partitionCount", topic.partitions().size());
    }

    private static ObjectNode begun(Definition cluster, String name, String status) {
        return ClusterJson.object()
                .put("topicArn", cluster.arn().topic(name))
                .put("topicName", name)
                .put("status", status);
    }

    private static int positive(Fields fields, String name) {
        int value = fields.requiredInteger(name);
        if (value < 1) {
            throw ApiError.badRequest(name, "%s is %d and has to be 1 or more.".formatted(name, value));
        }
        return value;
    }
}
