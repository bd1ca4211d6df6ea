package dev.caudal.cluster;

import java.util.List;
import java.util.Map;

/** A cluster's brokers: where they are, how many, and their restarts. */
record BrokerApi(Clusters clusters, Targets targets) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "GetBootstrapBrokers",
                (request, path) -> bootstrap(path),
                "ListNodes",
                (request, path) -> nodes(request, targets.definition(path)),
                "UpdateBrokerCount",
                this::resize,
                "RebootBroker",
                this::reboot);
    }

    private ApiAnswer bootstrap(List<String> path) {
        var local = targets.local(path);
        var servers = local.flatMap(LocalCluster::bootstrap);
        if (servers.isEmpty()) {
            return bootstrap(targets.cluster(path));
        }
        var body = ClusterJson.object().put(Listener.CLIENT.bootstrap(), servers.get());
        local.flatMap(LocalCluster::advertised).ifPresent(there -> body.put(Listener.PUBLIC_SCRAM, there));
        return ApiAnswer.of(body);
    }

    private static ApiAnswer bootstrap(Cluster cluster) {
        var state = cluster.state();
        if (state == ClusterState.CREATING || state == ClusterState.FAILED || state == ClusterState.DELETING) {
            throw ApiError.conflict(
                    "clusterArn", "The cluster is in the state %s and has no brokers to connect to.".formatted(state));
        }
        var definition = cluster.definition();
        var body = ClusterJson.object();
        Listener.of(definition.spec())
                .forEach(each -> body.put(each.bootstrap(), Bootstrap.of(definition.nodes(), each)));
        return ApiAnswer.of(body);
    }

    private static ApiAnswer nodes(ApiRequest request, Definition cluster) {
        return ApiAnswer.of(
                Page.of(request).write("nodeInfoList", cluster.nodes(), node -> ClusterJson.node(cluster, node)));
    }

    private ApiAnswer resize(ApiRequest request, List<String> path) {
        var fields = Fields.of(request.body());
        var arn = Targets.arn(path);
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
        var arn = Targets.arn(path);
        int broker = Integer.parseInt(ids.get(0).replace(".0", ""));
        return ApiAnswer.of(ClusterJson.begun(arn, clusters.reboot(arn, broker)));
    }
}
