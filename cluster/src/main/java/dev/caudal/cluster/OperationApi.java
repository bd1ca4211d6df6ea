package dev.caudal.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What is, or was, done with clusters, in both versions of the API. */
record OperationApi(Targets targets) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "ListClusterOperations", (request, path) -> list(request, path, "creationTime"),
                "ListClusterOperationsV2", (request, path) -> list(request, path, "startTime"),
                "DescribeClusterOperation", (request, path) -> first(path),
                "DescribeClusterOperationV2", (request, path) -> second(path));
    }

    private ApiAnswer list(ApiRequest request, List<String> path, String start) {
        var cluster = targets.cluster(path).definition();
        var newestFirst = new ArrayList<>(cluster.operations());
        Collections.reverse(newestFirst);
        return ApiAnswer.of(Page.of(request)
                .write("clusterOperationInfoList", newestFirst, each -> ClusterJson.operation(cluster, each, start)));
    }

    private ApiAnswer first(List<String> path) {
        var cluster = targets.ofOperation(path);
        var operation = operation(cluster, path);
        var json = ClusterJson.operation(cluster, operation, "creationTime");
        ClusterJson.change(json, operation);
        var body = ClusterJson.object();
        body.set("clusterOperationInfo", json);
        return ApiAnswer.of(body);
    }

    private ApiAnswer second(List<String> path) {
        var cluster = targets.ofOperation(path);
        var operation = operation(cluster, path);
        var json = ClusterJson.operation(cluster, operation, "startTime").put("clusterType", "PROVISIONED");
        ClusterJson.change(json.putObject("provisioned"), operation);
        var body = ClusterJson.object();
        body.set("clusterOperationInfo", json);
        return ApiAnswer.of(body);
    }

    private static Operation operation(Definition cluster, List<String> path) {
        var arn = path.get(0);
        return cluster.operations().stream()
                .filter(each -> cluster.arn().operation(each.id()).equals(arn))
                .findFirst()
                .orElseThrow(
                        () -> ApiError.notFound("clusterOperationArn", "There is no operation %s.".formatted(arn)));
    }
}
