package dev.caudal.s3.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Where a bucket is and how to reach it.
 *
 * @param bucket its name
 * @param region of AWS
 * @param endpoint of another store than AWS
 * @param pathStyle the bucket's name in the path, not in the host name
 * @param acceleration by the edges of AWS
 * @param credentials whom we are
 * @param retries after a first attempt, of one request
 * @param backoff before the first retry; it doubles, with full jitter
 * @param silence without a byte, after which a request is given up
 * @param expectContinue ask before a body is sent
 * @param digest send the MD5 of each body
 * @param proxy of HTTP
 * @param encryption how the server encrypts
 * @param acl a canned access control list
 */
record StoreSettings(
        String bucket,
        String region,
        Optional<URI> endpoint,
        boolean pathStyle,
        boolean acceleration,
        AwsCredentialsProvider credentials,
        int retries,
        Duration backoff,
        Duration silence,
        boolean expectContinue,
        boolean digest,
        Optional<Proxy> proxy,
        Encryption encryption,
        Optional<String> acl) {

    /** Reads them from parsed settings that {@link StoreDefinition} defined. */
    static StoreSettings of(AbstractConfig config) {
        return new StoreSettings(
                config.getString(StoreDefinition.BUCKET),
                config.getString(StoreDefinition.REGION),
                text(config, StoreDefinition.ENDPOINT).map(StoreSettings::address),
                config.getBoolean(StoreDefinition.PATH_STYLE),
                config.getBoolean(StoreDefinition.ACCELERATION),
                Credentials.of(config),
                config.getInt(StoreDefinition.RETRIES),
                Duration.ofMillis(config.getLong(StoreDefinition.RETRY_BACKOFF)),
                Duration.ofMillis(config.getInt(StoreDefinition.SILENCE)),
                config.getBoolean(StoreDefinition.EXPECT_CONTINUE),
                config.getBoolean(StoreDefinition.DIGEST),
                Proxy.of(config),
                encryption(config),
                text(config, StoreDefinition.ACL));
    }

    private static Encryption encryption(AbstractConfig config) {
        Optional<String> algorithm = text(config, StoreDefinition.ENCRYPTION);
        boolean aes = algorithm.filter("AES256"::equals).isPresent();
        return new Encryption(
                algorithm,
                algorithm
                        .filter(name -> name.startsWith("aws:kms"))
                        .flatMap(name -> text(config, StoreDefinition.KMS_KEY)),
                aes ? secret(config, StoreDefinition.CUSTOMER_KEY) : Optional.empty());
    }

    static Optional<String> text(AbstractConfig config, String setting) {
        return Optional.ofNullable(config.getString(setting)).map(String::strip).filter(text -> !text.isEmpty());
    }

    static Optional<String> secret(AbstractConfig config, String setting) {
        return Optional.ofNullable(config.getPassword(setting))
                .map(password -> password.value().strip())
                .filter(text -> !text.isEmpty());
    }

    private static URI address(String text) {
        return URI.create(text.contains("://") ? text : "https://" + text);
    }
}
