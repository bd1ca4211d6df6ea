package dev.caudal.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tags of clusters. */
record TagApi(Targets targets) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "ListTagsForResource", (request, path) -> list(path),
                "TagResource", this::tag,
                "UntagResource", this::untag);
    }

    private ApiAnswer list(List<String> path) {
        var body = ClusterJson.object();
        targets.definition(path).tags().forEach(body.putObject("tags")::put);
        return ApiAnswer.of(body);
    }

    private ApiAnswer tag(ApiRequest request, List<String> path) {
        var fields = Fields.of(request.body());
        if (!fields.has("tags")) {
            throw Fields.missing("tags");
        }
        var tags = fields.map("tags");
        targets.cluster(path).edit(now -> {
            var merged = new HashMap<>(now.tags());
            merged.putAll(tags);
            return now.tagged(Tags.checked(merged));
        });
        return ApiAnswer.empty();
    }

    private ApiAnswer untag(ApiRequest request, List<String> path) {
        var keys = request.parameters("tagKeys");
        if (keys.isEmpty()) {
            throw Fields.missing("tagKeys");
        }
        targets.cluster(path).edit(now -> {
            var left = new HashMap<>(now.tags());
            left.keySet().removeAll(keys);
            return now.tagged(left);
        });
        return ApiAnswer.empty();
    }
}
