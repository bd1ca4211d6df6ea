package dev.caudal.cluster;

import java.util.Map;

/** What is measured of clusters: an operation of Caudal's own, since Amazon's metrics are in CloudWatch. */
record MetricsApi(Targets targets) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of("CaudalDescribeMetrics", (request, path) -> {
            var cluster = targets.cluster(path);
            var json = ClusterJson.object()
                    .put("clusterArn", cluster.definition().arn().toString())
                    .put("clusterName", cluster.definition().arn().name().text());
            json.setAll(cluster.measured());
            return ApiAnswer.of(json);
        });
    }
}
