package dev.caudal.testkit;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalS3;
import dev.caudal.local.Port;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A fresh object store with the API of S3 in a process of its own for one test; one thread starts, kills and closes it. */
public final class TestS3 implements AutoCloseable {
    private final LocalDirectory folder;
    private LocalS3 store;
    private final S3Client client;

    private TestS3(LocalDirectory folder) {
        this.folder = folder;
        this.store = LocalS3.start(folder, Port.any());
        this.client = newClient(endpoint());
    }

    /**
     * Starts an empty store, in about a second.
     *
     * @return the serving store
     */
    public static TestS3 start() {
        return new TestS3(TestFolder.create("s3"));
    }

    /**
     * Where clients connect, the same after a restart; buckets are addressed by path.
     *
     * @return an address without a path
     */
    public URI endpoint() {
        return store.endpoint();
    }

    /**
     * The key id, which is also the secret.
     *
     * @return the one that the store accepts
     */
    public String key() {
        return LocalS3.KEY;
    }

    /**
     * A region to sign with.
     *
     * @return the store accepts any
     */
    public String region() {
        return LocalS3.REGION;
    }

    /**
     * What a sink needs to reach this store.
     *
     * @return keys and values of the S3 sink, without the bucket
     */
    public Map<String, String> sinkSettings() {
        return Map.of(
                "store.url",
                endpoint().toString(),
                "s3.region",
                region(),
                "aws.access.key.id",
                key(),
                "aws.secret.access.key",
                key());
    }

    /**
     * A client of this store.
     *
     * @return closed with the store
     */
    public S3Client client() {
        return client;
    }

    /**
     * A client of a store, or of what stands before one.
     *
     * @param endpoint an address without a path
     * @return to be closed by the caller
     */
    public static S3Client newClient(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(LocalS3.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalS3.KEY, LocalS3.KEY)))
                .forcePathStyle(true)
                .build();
    }

    /**
     * Creates a bucket.
     *
     * @param bucket its name
     */
    public void createBucket(String bucket) {
        client.createBucket(request -> request.bucket(bucket));
    }

    /**
     * The names of all objects of a bucket.
     *
     * @param bucket an existing bucket
     * @return in S3's order
     */
    public List<String> keys(String bucket) {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /**
     * An object as text.
     *
     * @param bucket an existing bucket
     * @param key the name of an existing object
     * @return its bytes, read as UTF-8
     */
    public String text(String bucket, String key) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asString(StandardCharsets.UTF_8);
    }

    /** Ends the store by SIGKILL, as a crash would; {@link #restart} brings it back. */
    public void kill() {
        store.kill();
    }

    /** Ends the store in order, when it runs, and starts it again on its data and port. */
    public void restart() {
        store.stop();
        store = LocalS3.start(folder, Port.exactly(store.port()));
    }

    @Override
    public void close() {
        client.close();
        TestFolder.delete(folder);
    }
}
