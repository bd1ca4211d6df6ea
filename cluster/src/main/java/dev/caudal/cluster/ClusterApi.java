package dev.caudal.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Clusters are created, listed, described and deleted, in both versions of the API. */
record ClusterApi(Clusters clusters, Targets targets, Updates rules) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "CreateCluster", (request, path) -> create(request),
                "CreateClusterV2", (request, path) -> createSecond(request),
                "ListClusters", (request, path) -> list(request, ClusterJson::first),
                "ListClustersV2", (request, path) -> list(request, ClusterJson::second),
                "DescribeCluster", (request, path) -> describe(path, ClusterJson::first),
                "DescribeClusterV2", (request, path) -> describe(path, ClusterJson::second),
                "DeleteCluster", this::delete);
    }

    private ApiAnswer create(ApiRequest request) {
        return create(CreateRequest.of(Fields.of(request.body()), clusters.networks(), rules), ClusterJson.object());
    }

    private ApiAnswer createSecond(ApiRequest request) {
        return create(
                CreateRequest.ofSecond(Fields.of(request.body()), clusters.networks(), rules),
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
        var all = Stream.concat(clusters.all().stream().map(ClusterInfo::of), clusters.local().info().stream())
                .filter(each -> provisioned && each.arn().name().text().startsWith(prefix))
                .toList();
        return ApiAnswer.of(Page.of(request).write("clusterInfoList", all, json));
    }

    private ApiAnswer describe(List<String> path, Function<ClusterInfo, ObjectNode> json) {
        var body = ClusterJson.object();
        body.set("clusterInfo", json.apply(targets.info(path)));
        return ApiAnswer.of(body);
    }

    private ApiAnswer delete(ApiRequest request, List<String> path) {
        var cluster = targets.cluster(path);
        cluster.delete(request.parameter("currentVersion"));
        return ApiAnswer.of(ClusterJson.object()
                .put("clusterArn", cluster.definition().arn().toString())
                .put("state", ClusterState.DELETING.name()));
    }
}
