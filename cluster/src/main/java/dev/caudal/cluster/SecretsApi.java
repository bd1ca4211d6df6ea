package dev.caudal.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * As much of the API of AWS Secrets Manager as the users of clusters need. Its requests have the operation in a header.
 */
final class SecretsApi {
    private static final String HEADER = "x-amz-target";
    private static final String SERVICE = "secretsmanager.";

    private final Secrets secrets;
    private final Scram scram;
    private final Map<String, ApiOperation> built;

    SecretsApi(Secrets secrets, Scram scram) {
        this.secrets = secrets;
        this.scram = scram;
        this.built = new TreeMap<>(Map.of(
                "CreateSecret", (request, path) -> create(Fields.of(request.body())),
                "GetSecretValue", (request, path) -> value(Fields.of(request.body())),
                "PutSecretValue", (request, path) -> put(Fields.of(request.body())),
                "UpdateSecret", (request, path) -> put(Fields.of(request.body())),
                "DescribeSecret", (request, path) -> describe(Fields.of(request.body())),
                "ListSecrets", (request, path) -> list(),
                "DeleteSecret", (request, path) -> delete(Fields.of(request.body()))));
    }

    /** Whether a request is for this service. */
    static boolean isMeant(ApiRequest request) {
        return request.header(HEADER)
                .filter(target -> target.startsWith(SERVICE))
                .isPresent();
    }

    /** Carries a request out. */
    ApiAnswer answer(ApiRequest request) {
        var name = request.header(HEADER).orElse("").substring(SERVICE.length());
        var operation = built.get(name);
        if (operation == null) {
            throw ApiError.of(
                    400,
                    "InvalidRequestException",
                    "The operation %s of Secrets Manager is not built in Caudal. Built are %s."
                            .formatted(name, String.join(", ", built.keySet())));
        }
        return operation.answer(request, java.util.List.of());
    }

    private ApiAnswer create(Fields fields) {
        var secret = secrets.create(
                fields.requiredText("Name"), fields.requiredText("SecretString"), fields.text("KmsKeyId"));
        return ApiAnswer.of(named(secret).put("VersionId", secret.version()));
    }

    private ApiAnswer value(Fields fields) {
        var secret = secrets.get(fields.requiredText("SecretId"));
        var json = named(secret)
                .put("VersionId", secret.version())
                .put("SecretString", secret.text())
                .put("CreatedDate", secret.created().getEpochSecond());
        json.putArray("VersionStages").add("AWSCURRENT");
        return ApiAnswer.of(json);
    }

    private ApiAnswer put(Fields fields) {
        var secret = secrets.change(fields.requiredText("SecretId"), fields.requiredText("SecretString"));
        scram.changed(secret);
        var json = named(secret).put("VersionId", secret.version());
        json.putArray("VersionStages").add("AWSCURRENT");
        return ApiAnswer.of(json);
    }

    private ApiAnswer describe(Fields fields) {
        return ApiAnswer.of(told(secrets.get(fields.requiredText("SecretId"))));
    }

    private ApiAnswer list() {
        var body = ClusterJson.object();
        var list = body.putArray("SecretList");
        secrets.all().forEach(each -> list.add(told(each)));
        return ApiAnswer.of(body);
    }

    private ApiAnswer delete(Fields fields) {
        var secret = secrets.get(fields.requiredText("SecretId"));
        var users = scram.usersOf(secret);
        if (!users.isEmpty()) {
            throw ApiError.of(
                    400,
                    "InvalidRequestException",
                    "The secret %s is associated with %s. Disassociate it first."
                            .formatted(
                                    secret, users.stream().map(Object::toString).collect(Collectors.joining(", "))));
        }
        secrets.delete(secret.name());
        return ApiAnswer.of(named(secret).put("DeletionDate", secret.created().getEpochSecond()));
    }

    private static ObjectNode named(Secret secret) {
        return ClusterJson.object().put("ARN", secret.arn()).put("Name", secret.name());
    }

    private static ObjectNode told(Secret secret) {
        var json = named(secret).put("CreatedDate", secret.created().getEpochSecond());
        secret.key().ifPresent(key -> json.put("KmsKeyId", key));
        return json;
    }
}
