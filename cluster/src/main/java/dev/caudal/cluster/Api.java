package dev.caudal.cluster;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The operations of MSK's API that are built. */
final class Api {
    private final Clusters clusters;
    private final ApiOperations operations = ApiOperations.load();
    private final Map<String, BiFunction<ApiRequest, List<String>, ApiAnswer>> built;

    Api(Clusters clusters) {
        this.clusters = clusters;
        this.built = Map.ofEntries(
                entry("CreateCluster", (request, path) -> create(request)),
                entry("CreateClusterV2", (request, path) -> createSecond(request)),
                entry("ListClusters", (request, path) -> list(request, ClusterJson::first)),
                entry("ListClustersV2", (request, path) -> list(request, ClusterJson::second)),
                entry("DescribeCluster", (request, path) -> describe(cluster(path), ClusterJson::first)),
                entry("DescribeClusterV2", (request, path) -> describe(cluster(path), ClusterJson::second)),
                entry("DeleteCluster", this::delete),
                entry("GetBootstrapBrokers", (request, path) -> bootstrap(cluster(path))),
                entry(
                        "ListNodes",
                        (request, path) -> nodes(request, cluster(path).definition())),
                entry("UpdateBrokerCount", this::resize),
                entry("RebootBroker", this::reboot),
                entry("ListClusterOperations", (request, path) -> operations(request, path, "creationTime")),
                entry("ListClusterOperationsV2", (request, path) -> operations(request, path, "startTime")),
                entry("DescribeClusterOperation", (request, path) -> operation(path)),
                entry("DescribeClusterOperationV2", (request, path) -> operationSecond(path)),
                entry(
                        "ListTagsForResource",
                        (request, path) -> tags(cluster(path).definition())),
                entry("TagResource", this::tag),
                entry("UntagResource", this::untag),
                entry("ListKafkaVersions", (request, path) -> versions(request)));
    }

    /** Carries a request out. */
    ApiAnswer answer(ApiRequest request) {
        var match = operations.find(request);
        var operation = built.get(match.name());
        if (operation == null) {
            throw ApiError.badRequest("The operation %s is not built yet in Caudal's local clusters. Built are %s."
                    .formatted(
                            match.name(),
                            String.join(", ", built.keySet().stream().sorted().toList())));
        }
        return operation.apply(request, match.values());
    }

    private ApiAnswer create(ApiRequest request) {
        return create(CreateRequest.of(Fields.of(request.body()), clusters.vpc()), ClusterJson.object());
    }

    private ApiAnswer createSecond(ApiRequest request) {
        return create(
                CreateRequest.ofSecond(Fields.of(request.body()), clusters.vpc()),
                ClusterJson.object().put("clusterType", "PROVISIONED"));
    }

    private ApiAnswer create(CreateRequest wanted, ObjectNode json) {
        var created = clusters.create(wanted.name(), wanted.spec(), wanted.brokers(), wanted.tags())
                .definition();
        return ApiAnswer.of(json.put("clusterArn", created.arn().toString())
                .put("clusterName", created.arn().name().text())
                .put("state", ClusterState.CREATING.name()));
    }

    private ApiAnswer list(ApiRequest request, Function<ClusterInfo, ObjectNode> json) {
        var prefix = request.parameter("clusterNameFilter").orElse("");
        boolean provisioned = request.parameter("clusterTypeFilter")
                .map(type -> type.equals("PROVISIONED"))
                .orElse(true);
        var all = clusters.all().stream()
                .filter(cluster ->
                        provisioned && cluster.definition().arn().name().text().startsWith(prefix))
                .map(ClusterInfo::of)
                .toList();
        return ApiAnswer.of(Page.of(request).write("clusterInfoList", all, json));
    }

    private ApiAnswer describe(Cluster cluster, Function<ClusterInfo, ObjectNode> json) {
        var body = ClusterJson.object();
        body.set("clusterInfo", json.apply(ClusterInfo.of(cluster)));
        return ApiAnswer.of(body);
    }

    private ApiAnswer delete(ApiRequest request, List<String> path) {
        var cluster = cluster(path);
        cluster.delete(request.parameter("currentVersion"));
        return ApiAnswer.of(ClusterJson.object()
                .put("clusterArn", cluster.definition().arn().toString())
                .put("state", ClusterState.DELETING.name()));
    }

    private ApiAnswer bootstrap(Cluster cluster) {
        var state = cluster.state();
        if (state == ClusterState.CREATING || state == ClusterState.FAILED || state == ClusterState.DELETING) {
            throw ApiError.conflict(
                    "clusterArn", "The cluster is in the state %s and has no brokers to connect to.".formatted(state));
        }
        return ApiAnswer.of(ClusterJson.object()
                .put("bootstrapBrokerString", Bootstrap.of(cluster.definition().nodes())));
    }

    private ApiAnswer nodes(ApiRequest request, Definition cluster) {
        return ApiAnswer.of(
                Page.of(request).write("nodeInfoList", cluster.nodes(), node -> ClusterJson.node(cluster, node)));
    }

    private ApiAnswer resize(ApiRequest request, List<String> path) {
        var fields = Fields.of(request.body());
        var arn = arn(path);
        return ApiAnswer.of(ClusterJson.begun(
                arn,
                clusters.resize(
                        arn,
                        fields.requiredText("currentVersion"),
                        fields.requiredInteger("targetNumberOfBrokerNodes"))));
    }

    private ApiAnswer reboot(ApiRequest request, List<String> path) {
        var ids = Fields.of(request.body()).texts("brokerIds");
        if (ids.size() != 1 || !ids.get(0).matches("\\d{1,3}(\\.0)?")) {
            throw ApiError.badRequest(
                    "brokerIds", "brokerIds has to be the number of one broker, not %s.".formatted(ids));
        }
        var arn = arn(path);
        int broker = Integer.parseInt(ids.get(0).replace(".0", ""));
        return ApiAnswer.of(ClusterJson.begun(arn, clusters.reboot(arn, broker)));
    }

    private ApiAnswer operations(ApiRequest request, List<String> path, String start) {
        var cluster = cluster(path).definition();
        var newestFirst = new ArrayList<>(cluster.operations());
        Collections.reverse(newestFirst);
        return ApiAnswer.of(Page.of(request)
                .write("clusterOperationInfoList", newestFirst, each -> ClusterJson.operation(cluster, each, start)));
    }

    private ApiAnswer operation(List<String> path) {
        var cluster = ofOperation(path.get(0));
        var operation = operation(cluster, path.get(0));
        var json = ClusterJson.operation(cluster, operation, "creationTime");
        ClusterJson.resize(json, operation);
        var body = ClusterJson.object();
        body.set("clusterOperationInfo", json);
        return ApiAnswer.of(body);
    }

    private ApiAnswer operationSecond(List<String> path) {
        var cluster = ofOperation(path.get(0));
        var operation = operation(cluster, path.get(0));
        var json = ClusterJson.operation(cluster, operation, "startTime").put("clusterType", "PROVISIONED");
        ClusterJson.resize(json.putObject("provisioned"), operation);
        var body = ClusterJson.object();
        body.set("clusterOperationInfo", json);
        return ApiAnswer.of(body);
    }

    private ApiAnswer tags(Definition cluster) {
        var body = ClusterJson.object();
        cluster.tags().forEach(body.putObject("tags")::put);
        return ApiAnswer.of(body);
    }

    private ApiAnswer tag(ApiRequest request, List<String> path) {
        var fields = Fields.of(request.body());
        if (!fields.has("tags")) {
            throw Fields.missing("tags");
        }
        clusters.tag(arn(path), fields.map("tags"));
        return ApiAnswer.empty();
    }

    private ApiAnswer untag(ApiRequest request, List<String> path) {
        var keys = request.parameters("tagKeys");
        if (keys.isEmpty()) {
            throw Fields.missing("tagKeys");
        }
        clusters.untag(arn(path), keys);
        return ApiAnswer.empty();
    }

    private ApiAnswer versions(ApiRequest request) {
        return ApiAnswer.of(Page.of(request)
                .write(
                        "kafkaVersions",
                        List.of(CreateRequest.KAFKA),
                        version -> ClusterJson.object().put("version", version).put("status", "ACTIVE")));
    }

    private Cluster cluster(List<String> path) {
        return clusters.get(arn(path));
    }

    private static ClusterArn arn(List<String> path) {
        return ClusterArn.parse(path.get(0))
                .orElseThrow(() ->
                        ApiError.badRequest("clusterArn", "%s is not the ARN of a cluster.".formatted(path.get(0))));
    }

    private Definition ofOperation(String arn) {
        return clusters.get(ClusterArn.ofOperation(arn)
                        .orElseThrow(() -> ApiError.badRequest(
                                "clusterOperationArn", "%s is not the ARN of an operation.".formatted(arn))))
                .definition();
    }

    private static Operation operation(Definition cluster, String arn) {
        Optional<Operation> found = cluster.operations().stream()
                .filter(each -> cluster.arn().operation(each.id()).equals(arn))
                .findFirst();
        return found.orElseThrow(
                () -> ApiError.notFound("clusterOperationArn", "There is no operation %s.".formatted(arn)));
    }
}
