package dev.caudal.s3.store;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the SDK's client from our settings. */
final class ClientFactory {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Well below max.poll.interval.ms (5 min), so that a task whose store hangs stays in its group. */
    private static final Duration WHOLE_CALL = Duration.ofMinutes(2);

    /** More than those who read ahead use at a time, since others wait for one no longer than {@link #CONNECT}. */
    private static final int CONNECTIONS = 200;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private ClientFactory() {}

    static S3Client client(StoreSettings settings) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(settings.credentials())
                .forcePathStyle(settings.pathStyle())
                .accelerate(settings.acceleration())
                .httpClientBuilder(http(settings))
                .overrideConfiguration(client -> client.apiCallTimeout(WHOLE_CALL)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(settings.retries() + 1)
                                .backoffStrategy(pause(settings))
                                .throttlingBackoffStrategy(pause(settings))
                                .build()));
        settings.endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint)
                        // Checksum trailers are unknown to many stores that speak S3.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED));
        return builder.build();
    }

    private static BackoffStrategy pause(StoreSettings settings) {
        Duration base = settings.backoff();
        return base.isZero()
                ? BackoffStrategy.retryImmediately()
                : BackoffStrategy.exponentialDelay(base, base.compareTo(LONGEST_PAUSE) > 0 ? base : LONGEST_PAUSE);
    }

    private static Apache5HttpClient.Builder http(StoreSettings settings) {
        Apache5HttpClient.Builder http = Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .maxConnections(CONNECTIONS)
                .socketTimeout(settings.silence())
                .expectContinueEnabled(settings.expectContinue());
        settings.proxy()
                .ifPresent(proxy -> http.proxyConfiguration(ProxyConfiguration.builder()
                        .endpoint(proxy.endpoint())
                        .username(proxy.user().isEmpty() ? null : proxy.user())
                        .password(proxy.password().isEmpty() ? null : proxy.password())
                        .build()));
        return http;
    }
}
