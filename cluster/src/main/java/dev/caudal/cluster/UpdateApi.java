package dev.caudal.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changes of what a cluster was asked to be. */
record UpdateApi(Targets targets, Updates updates) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "UpdateSecurity", update("UPDATE_SECURITY", updates::security),
                "UpdateClusterConfiguration", update("UPDATE_CLUSTER_CONFIGURATION", updates::configuration),
                "UpdateMonitoring", update("UPDATE_MONITORING", updates::monitoring),
                "UpdateBrokerStorage", update("UPDATE_BROKER_STORAGE", updates::brokerStorage),
                "UpdateStorage", update("UPDATE_STORAGE", updates::storage),
                "UpdateBrokerType", update("UPDATE_BROKER_TYPE", updates::type),
                "UpdateClusterKafkaVersion", update("UPDATE_CLUSTER_KAFKA_VERSION", updates::version));
    }

    private ApiOperation update(String type, BiFunction<ClusterSpec, Fields, ClusterSpec> rule) {
        return (request, path) -> begin(type, rule, Fields.of(request.body()), path);
    }

    private ApiAnswer begin(
            String type, BiFunction<ClusterSpec, Fields, ClusterSpec> rule, Fields request, List<String> path) {
        var cluster = targets.cluster(path);
        var version = request.requiredText("currentVersion");
        var now = cluster.definition().spec();
        var next = rule.apply(now, request);
        var operation =
                cluster.begin(Optional.of(version), new Change.Update(type, now, next), each -> each.specified(next));
        return ApiAnswer.of(ClusterJson.begun(cluster.definition().arn(), operation));
    }
}
