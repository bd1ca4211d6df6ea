package dev.caudal.s3.store;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Credentials of a role, renewed before they end. */
final class AssumedRole {

    private AssumedRole() {}

    static AwsCredentialsProvider of(Map<String, Object> settings) {
        String role = required(settings, "sts.role.arn");
        String session = required(settings, "sts.role.session.name");
        String external = required(settings, "sts.role.external.id");
        var client = StsClient.builder().credentialsProvider(base(settings));
        String region = text(settings, "sts.region");
        if (!region.isEmpty()) {
            client.region(Region.of(region));
        }
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(client.build())
                .refreshRequest(request ->
                        request.roleArn(role).roleSessionName(session).externalId(external))
                .build();
    }

    private static AwsCredentialsProvider base(Map<String, Object> settings) {
        String id = text(settings, StoreDefinition.ACCESS_KEY);
        String secret = text(settings, StoreDefinition.SECRET_KEY);
        return id.isEmpty() || secret.isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    private static String required(Map<String, Object> settings, String name) {
        String value = text(settings, name);
        if (value.isEmpty()) {
            throw new ConfigException("Missing required configuration \"" + StoreDefinition.CREDENTIALS_PREFIX + name
                    + "\": an assumed role needs sts.role.arn, sts.role.session.name and sts.role.external.id.");
        }
        return value;
    }

    private static String text(Map<String, Object> settings, String name) {
        return String.valueOf(settings.getOrDefault(name, "")).strip();
    }
}
