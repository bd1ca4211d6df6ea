package dev.caudal.cluster;

import java.util.List;
import java.util.Map;

/** The versions of Kafka that there are. */
record VersionApi(Targets targets) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "ListKafkaVersions", (request, path) -> list(request),
                "GetCompatibleKafkaVersions", (request, path) -> compatible(request));
    }

    private static ApiAnswer list(ApiRequest request) {
        return ApiAnswer.of(Page.of(request)
                .write(
                        "kafkaVersions",
                        List.of(CreateRequest.KAFKA),
                        version -> ClusterJson.object().put("version", version).put("status", "ACTIVE")));
    }

    private ApiAnswer compatible(ApiRequest request) {
        var source = request.parameter("clusterArn")
                .map(arn -> targets.cluster(List.of(arn)).definition().spec().kafkaVersion())
                .orElse(CreateRequest.KAFKA);
        var body = ClusterJson.object();
        var one = body.putArray("compatibleKafkaVersions").addObject().put("sourceVersion", source);
        Updates.after(source).forEach(one.putArray("targetVersions")::add);
        return ApiAnswer.of(body);
    }
}
