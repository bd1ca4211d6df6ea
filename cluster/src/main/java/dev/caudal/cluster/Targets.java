package dev.caudal.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What the ARN in a request's path means.
 *
 * @param clusters those that there are
 */
record Targets(Clusters clusters) {

    /** The cluster whose ARN is the first value of a path. */
    Cluster cluster(List<String> path) {
        return clusters.get(arn(path));
    }

    /** What is told of the cluster whose ARN is the first value of a path, which may be the platform's own broker. */
    ClusterInfo info(List<String> path) {
        var local = local(path).flatMap(LocalCluster::info);
        return local.isPresent() ? local.get() : ClusterInfo.of(cluster(path));
    }

    /** The definition of such a cluster. */
    Definition definition(List<String> path) {
        var local = local(path).flatMap(LocalCluster::definition);
        return local.isPresent() ? local.get() : cluster(path).definition();
    }

    /** The platform's own broker, if it is meant. */
    Optional<LocalCluster> local(List<String> path) {
        return Optional.of(clusters.local()).filter(each -> each.arn().equals(arn(path)));
    }

    /** The ARN of a cluster that is the first value of a path. */
    static ClusterArn arn(List<String> path) {
        return ClusterArn.parse(path.get(0))
                .orElseThrow(() ->
                        ApiError.badRequest("clusterArn", "%s is not the ARN of a cluster.".formatted(path.get(0))));
    }

    /** The cluster of the operation whose ARN is the first value of a path. */
    Definition ofOperation(List<String> path) {
        var arn = path.get(0);
        return clusters.get(ClusterArn.ofOperation(arn)
                        .orElseThrow(() -> ApiError.badRequest(
                                "clusterOperationArn", "%s is not the ARN of an operation.".formatted(arn))))
                .definition();
    }
}
