package dev.caudal.s3.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Finds out whom we are to the store: keys, a role, a class of the user, or what the SDK finds around. */
final class Credentials {

    private static final String DEFAULT = "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";
    private static final String ROLE = "AwsAssumeRoleCredentialsProvider";

    private Credentials() {}

    static AwsCredentialsProvider of(AbstractConfig config) {
        String name = config.getString(StoreDefinition.CREDENTIALS_CLASS).strip();
        if (name.substring(name.lastIndexOf('.') + 1).equals(ROLE)) {
            return AssumedRole.of(provided(config));
        }
        Optional<String> id = StoreSettings.text(config, StoreDefinition.ACCESS_KEY);
        Optional<String> secret = StoreSettings.secret(config, StoreDefinition.SECRET_KEY);
        if (name.isEmpty() || name.equals(DEFAULT)) {
            return keys(id, secret)
                    .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        }
        AwsCredentialsProvider provider = create(name);
        if (provider instanceof Configurable configurable) {
            configurable.configure(provided(config));
            return provider;
        }
        return keys(id, secret).orElse(provider);
    }

    private static Optional<AwsCredentialsProvider> keys(Optional<String> id, Optional<String> secret) {
        return id.flatMap(
                user -> secret.map(word -> StaticCredentialsProvider.create(AwsBasicCredentials.create(user, word))));
    }

    private static Map<String, Object> provided(AbstractConfig config) {
        Map<String, Object> settings = new HashMap<>(config.originalsWithPrefix(StoreDefinition.CREDENTIALS_PREFIX));
        settings.remove("class");
        StoreSettings.text(config, StoreDefinition.ACCESS_KEY)
                .ifPresent(id -> settings.put(StoreDefinition.ACCESS_KEY, id));
        StoreSettings.secret(config, StoreDefinition.SECRET_KEY)
                .ifPresent(secret -> settings.put(StoreDefinition.SECRET_KEY, secret));
        return settings;
    }

    private static AwsCredentialsProvider create(String name) {
        try {
            Class<?> type = Class.forName(name, true, Credentials.class.getClassLoader());
            if (!AwsCredentialsProvider.class.isAssignableFrom(type)) {
                throw new ConfigException(
                        StoreDefinition.CREDENTIALS_CLASS,
                        name,
                        "The class is no AwsCredentialsProvider of the SDK 2.");
            }
            return (AwsCredentialsProvider) type.getMethod("create").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new ConfigException(
                    StoreDefinition.CREDENTIALS_CLASS,
                    name,
                    "The class needs a static method create() and must be in the plug-in's folder: " + e);
        }
    }
}
