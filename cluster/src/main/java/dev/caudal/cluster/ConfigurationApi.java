package dev.caudal.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Settings of Kafka for clusters, with revisions. */
record ConfigurationApi(Clusters clusters, Configurations configurations) implements ApiGroup {
    @Override
    public Map<String, ApiOperation> operations() {
        return Map.of(
                "CreateConfiguration", (request, path) -> create(Fields.of(request.body())),
                "DescribeConfiguration", (request, path) -> ApiAnswer.of(described(configuration(path))),
                "ListConfigurations", (request, path) -> list(request),
                "UpdateConfiguration", (request, path) -> update(path, Fields.of(request.body())),
                "DeleteConfiguration", (request, path) -> delete(path),
                "ListConfigurationRevisions", this::revisions,
                "DescribeConfigurationRevision", (request, path) -> revision(path));
    }

    private ApiAnswer create(Fields fields) {
        var made = configurations.create(
                fields.requiredText("name"),
                fields.text("description").orElse(""),
                fields.texts("kafkaVersions"),
                properties(fields));
        var json = ClusterJson.object()
                .put("arn", made.arn().toString())
                .put("creationTime", ClusterJson.time(made.created()))
                .put("name", made.arn().name())
                .put("state", "ACTIVE");
        json.set("latestRevision", told(made.latest()));
        return ApiAnswer.of(json);
    }

    private ApiAnswer list(ApiRequest request) {
        return ApiAnswer.of(
                Page.of(request).write("configurations", configurations.all(), ConfigurationApi::described));
    }

    private ApiAnswer update(List<String> path, Fields fields) {
        var changed = configurations.change(
                ConfigurationArn.parse(path.get(0)), fields.text("description"), properties(fields));
        var json = ClusterJson.object().put("arn", changed.arn().toString());
        json.set("latestRevision", told(changed.latest()));
        return ApiAnswer.of(json);
    }

    private ApiAnswer delete(List<String> path) {
        var arn = configuration(path).arn();
        clusters.all().stream()
                .map(Cluster::definition)
                .filter(each -> each.spec()
                        .configuration()
                        .filter(use -> use.arn().equals(arn))
                        .isPresent())
                .findFirst()
                .ifPresent(user -> {
                    throw ApiError.badRequest(
                            "arn",
                            "The configuration is in use by the cluster %s."
                                    .formatted(user.arn().name()));
                });
        configurations.delete(arn);
        return ApiAnswer.of(ClusterJson.object().put("arn", arn.toString()).put("state", "DELETING"));
    }

    private ApiAnswer revisions(ApiRequest request, List<String> path) {
        return ApiAnswer.of(
                Page.of(request).write("revisions", configuration(path).revisions(), ConfigurationApi::told));
    }

    private ApiAnswer revision(List<String> path) {
        if (!path.get(1).matches("\\d{1,9}")) {
            throw ApiError.badRequest("revision", "The revision is %s and no number.".formatted(path.get(1)));
        }
        var configuration = configuration(path);
        var revision = configuration.revision(Integer.parseInt(path.get(1)));
        return ApiAnswer.of(told(revision)
                .put("arn", configuration.arn().toString())
                .put("serverProperties", revision.properties().getBytes(StandardCharsets.UTF_8)));
    }

    private Configuration configuration(List<String> path) {
        return configurations.get(ConfigurationArn.parse(path.get(0)));
    }

    private static String properties(Fields fields) {
        var encoded = fields.requiredText("serverProperties");
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("serverProperties", "The properties have to be in base 64.");
        }
    }

    private static ObjectNode described(Configuration configuration) {
        var json = ClusterJson.object()
                .put("arn", configuration.arn().toString())
                .put("creationTime", ClusterJson.time(configuration.created()))
                .put("description", configuration.description())
                .put("name", configuration.arn().name())
                .put("state", "ACTIVE");
        var versions = json.putArray("kafkaVersions");
        configuration.kafkaVersions().forEach(versions::add);
        json.set("latestRevision", told(configuration.latest()));
        return json;
    }

    private static ObjectNode told(Configuration.Revision revision) {
        var json = ClusterJson.object()
                .put("creationTime", ClusterJson.time(revision.created()))
                .put("revision", revision.number());
        revision.description().ifPresent(text -> json.put("description", text));
        return json;
    }
}
