package dev.caudal.server.backup;

import dev.caudal.local.LocalS3;
import dev.caudal.s3.store.BucketName;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The buckets of the platform's object store. Any thread may use it. */
public final class Buckets {
    private final Optional<URI> store;

    /**
     * Those of a platform.
     *
     * @param store the address of its object store, where it has one
     */
    public Buckets(Optional<URI> store) {
        this.store = store;
    }

    /**
     * A bucket.
     *
     * @param name its name
     * @param created ISO 8601, UTC
     */
    public record Bucket(String name, String created) {}

    /**
     * All of them.
     *
     * @return by name
     * @throws Refusal when the store does not answer
     */
    public List<Bucket> all() {
        try (var client = client(address())) {
            return client.listBuckets().buckets().stream()
                    .map(bucket ->
                            new Bucket(bucket.name(), bucket.creationDate().toString()))
                    .toList();
        } catch (SdkException e) {
            throw Failures.store(e);
        }
    }

    /** Makes a bucket unless it is there. */
    void ensure(String name) {
        BucketName.problem(name).ifPresent(problem -> {
            throw Refusal.invalid(
                    "bucket",
                    "'%s' cannot be the name of a bucket: %s.".formatted(name, problem),
                    "Take 3 to 63 lower-case letters, digits and hyphens.");
        });
        try (var client = client(address())) {
            if (client.listBuckets().buckets().stream()
                    .noneMatch(bucket -> bucket.name().equals(name))) {
                client.createBucket(request -> request.bucket(name));
            }
        } catch (SdkException e) {
            throw Failures.store(e);
        }
    }

    /** The settings with which a connector reaches a bucket. */
    Map<String, String> settings(String name) {
        return settings(address(), name);
    }

    /** One of them, to be closed by the caller. */
    ObjectStore open(String name) {
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        var bucket = ObjectStore.open(new AbstractConfig(definition, settings(address(), name), false));
        try {
            Failures.judged(() -> {
                bucket.requireBucket();
                return bucket;
            });
            return bucket;
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    private URI address() {
        return store.orElseThrow(() -> Refusal.of(
                ProblemCode.NO_OBJECT_STORE,
                "This platform was started without an object store.",
                "Start it by 'caudal up', which has one."));
    }

    private static Map<String, String> settings(URI address, String bucket) {
        return Map.of(
                StoreDefinition.BUCKET,
                bucket,
                StoreDefinition.ENDPOINT,
                address.toString(),
                StoreDefinition.REGION,
                LocalS3.REGION,
                "aws.access.key.id",
                LocalS3.KEY,
                "aws.secret.access.key",
                LocalS3.KEY);
    }

    private static S3Client client(URI address) {
        return S3Client.builder()
                .endpointOverride(address)
                .forcePathStyle(true)
                .region(Region.of(LocalS3.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalS3.KEY, LocalS3.KEY)))
                .build();
    }
}
