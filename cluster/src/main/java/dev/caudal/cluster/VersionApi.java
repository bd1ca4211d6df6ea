package dev.caudal.cluster;

import java.util.List;
import java.util.Map;

/** The versions of Kafka that there are. */
record VersionApi() implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of("ListKafkaVersions", (request, path) -> list(request));
    }

    private static ApiAnswer list(ApiRequest request) {
        return ApiAnswer.of(Page.of(request)
                .write(
                        "kafkaVersions",
                        List.of(CreateRequest.KAFKA),
                        version -> ClusterJson.object().put("version", version).put("status", "ACTIVE")));
    }
}
