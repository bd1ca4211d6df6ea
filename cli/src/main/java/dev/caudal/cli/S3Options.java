package dev.caudal.cli;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalS3;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Which object store a command talks to: the given one, else the one that runs in the data folder. */
final class S3Options {
    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = {
                "The store (default: the one that runs in the data folder).",
                "For Amazon's: https://s3.REGION.amazonaws.com.",
                "Credentials are then those of the AWS SDK: environment, profile, role."
            })
    private @Nullable URI endpoint;

    @Option(names = "--region", paramLabel = "REGION", description = "Default: the AWS SDK's, else us-east-1.")
    private @Nullable String region;

    @Mixin
    private DataOption data = new DataOption();

    /** The platform's folder. */
    LocalDirectory folder() {
        return data.folder();
    }

    /** The address of the store. */
    URI endpoint() {
        return Optional.ofNullable(endpoint)
                .or(() -> RunningS3.endpoint(data.folder()))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "No object store runs in %s. Start one with 'caudal up', or name another with --endpoint (Amazon's: https://s3.REGION.amazonaws.com)."
                                .formatted(data.folder().root())));
    }

    /** Asks the store, and turns its refusals into sentences. */
    <T> T call(Function<S3Client, T> question) {
        try (var client = client()) {
            return question.apply(client);
        } catch (S3Exception e) {
            throw AwsRefusal.of("The object store at " + endpoint(), e);
        } catch (SdkClientException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The object store at %s cannot be asked: %s".formatted(endpoint(), e.getMessage()),
                    e);
        }
    }

    /** A bucket of the store, to be closed by the caller. */
    ObjectStore bucket(String name) {
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        return ObjectStore.open(new AbstractConfig(definition, settings(name), false));
    }

    /** The settings with which a connector reaches a bucket of the store. */
    Map<String, String> settings(String bucket) {
        var address = endpoint();
        checkAddress(address);
        var settings = new TreeMap<String, String>();
        settings.put(StoreDefinition.BUCKET, bucket);
        settings.put(StoreDefinition.ENDPOINT, address.toString());
        settings.put(StoreDefinition.REGION, Optional.ofNullable(region).orElseGet(this::usualRegion));
        if (endpoint == null) {
            settings.put("aws.access.key.id", LocalS3.KEY);
            settings.put("aws.secret.access.key", LocalS3.KEY);
        }
        return settings;
    }

    private S3Client client() {
        var address = endpoint();
        checkAddress(address);
        var client = S3Client.builder()
                .endpointOverride(address)
                .forcePathStyle(true)
                .region(Region.of(Optional.ofNullable(region).orElseGet(this::usualRegion)));
        return withCredentials(client).build();
    }

    private S3ClientBuilder withCredentials(S3ClientBuilder client) {
        return endpoint == null
                ? client.credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalS3.KEY, LocalS3.KEY)))
                : client;
    }

    private String usualRegion() {
        try {
            return endpoint == null
                    ? LocalS3.REGION
                    : DefaultAwsRegionProviderChain.builder()
                            .build()
                            .getRegion()
                            .id();
        } catch (SdkClientException e) {
            return LocalS3.REGION;
        }
    }

    private static void checkAddress(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The endpoint '%s' is not of the form http://HOST:PORT or https://HOST.".formatted(address));
        }
    }
}
