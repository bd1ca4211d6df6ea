package dev.caudal.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operations of MSK's API that are built. */
final class Api {
    private final ApiOperations operations = ApiOperations.load();
    private final SecretsApi secrets;
    private final Map<String, ApiOperation> built = new TreeMap<>();

    Api(Clusters clusters, Secrets secrets, Configurations configurations) {
        var rules = new Updates(configurations, clusters.authorityArn());
        var scram = new Scram(clusters, secrets);
        this.secrets = new SecretsApi(secrets, scram);
        var targets = new Targets(clusters);
        List.of(
                        new ClusterApi(clusters, targets, rules),
                        new BrokerApi(clusters, targets),
                        new MetricsApi(targets),
                        new OperationApi(targets),
                        new ConfigurationApi(clusters, configurations),
                        new ScramApi(targets, scram),
                        new TagApi(targets),
                        new TopicApi(targets),
                        new UpdateApi(targets, rules),
                        new VersionApi(targets))
                .forEach(group -> built.putAll(group.operations()));
    }

    /** Carries a request out. */
    ApiAnswer answer(ApiRequest request) {
        if (SecretsApi.isMeant(request)) {
            return secrets.answer(request);
        }
        var match = operations.find(request);
        var operation = built.get(match.name());
        if (operation == null) {
            throw ApiError.badRequest("The operation %s is not built yet in Caudal's local clusters. Built are %s."
                    .formatted(match.name(), String.join(", ", built.keySet())));
        }
        return operation.answer(request, match.values());
    }
}
