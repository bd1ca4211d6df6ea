package dev.caudal.mysql;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Makes the tokens by which Amazon RDS lets users of IAM in: a request to connect, signed, without its scheme. It is worth
 * a login for 15 minutes; a connection outlives it.
 */
final class RdsTokens {

    private static final String SCHEME = "https";

    private static final Duration LIFE = Duration.ofMinutes(15);

    /** INSTANCE.ID.REGION.rds.amazonaws.com, in China with a .cn behind. */
    private static final Pattern ENDPOINT = Pattern.compile(".+\\.([a-z0-9-]+)\\.rds\\.amazonaws\\.com(\\.cn)?");

    private RdsTokens() {}

    /**
     * A fresh token for a server.
     *
     * @throws SourceException passing where AWS credentials are not to be had now, else if the region is not known
     */
    static String of(SourceConfig.Address address, SourceLogin.RdsToken login) {
        String region = region(address.host(), login.region());
        return token(address, region, credentials(address));
    }

    static String token(SourceConfig.Address address, String region, AwsCredentials credentials) {
        SdkHttpRequest connect = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol(SCHEME)
                .host(address.host())
                .port(address.port())
                .encodedPath("/")
                .putRawQueryParameter("DBUser", address.user())
                .putRawQueryParameter("Action", "connect")
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials)
                        .request(connect)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, LIFE));
        return signed.request().getUri().toString().substring(SCHEME.length() + "://".length());
    }

    /** The region: as set, else of the host's name, else of the process. */
    static String region(String host, String set) {
        return Optional.of(set)
                .filter(region -> !region.isBlank())
                .or(() -> Optional.of(ENDPOINT.matcher(host))
                        .filter(Matcher::matches)
                        .map(name -> name.group(1)))
                .orElseGet(() -> regionOfProcess(host));
    }

    private static String regionOfProcess(String host) {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkClientException e) {
            throw SourceException.fatal(
                    "The AWS region of " + host + " is not known: its name has none, and the process neither. Set"
                            + " source.aws.region, for example to eu-west-1.",
                    e);
        }
    }

    private static AwsCredentials credentials(SourceConfig.Address address) {
        try {
            return SourceCredentials.resolve();
        } catch (SdkClientException e) {
            throw SourceException.passing(
                    "Cannot log in to " + address + " as '" + address.user()
                            + "' by IAM: this process has no AWS credentials (" + e.getMessage()
                            + "). Give it a role, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                    e);
        }
    }
}
