package dev.caudal.s3.store;

import dev.caudal.s3.store.StoreException.Kind;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.kafka.common.config.AbstractConfig;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket. All calls are synchronous but for parts of an {@link Upload}, repeat themselves a few times on failures that may pass, end within about two
 * minutes, and throw {@link StoreException}. Any thread may call.
 */
public final class ObjectStore implements AutoCloseable {

    /** Metadata of an object that tells its writer, after an answer was lost, that it was him. */
    static final String WRITE = "caudal-write";

    private final S3Client client;
    private final Requests requests;
    private final Failures failures;
    private final ExecutorService threads = UploadThreads.start();

    private ObjectStore(StoreSettings settings) {
        client = ClientFactory.client(settings);
        requests = new Requests(settings);
        failures = new Failures(settings.bucket());
    }

    /**
     * Makes a client; the first call connects.
     *
     * @param config settings that {@link StoreDefinition} defined
     * @return to be closed by the caller
     */
    public static ObjectStore open(AbstractConfig config) {
        return new ObjectStore(StoreSettings.of(config));
    }

    /**
     * The bucket's name.
     *
     * @return as it is set
     */
    public String bucket() {
        return failures.bucket();
    }

    /** Looks whether the bucket is there and may be listed. */
    public void requireBucket() {
        failures.judge(
                "s3:ListBucket",
                "",
                () -> client.listObjectsV2(request -> request.bucket(bucket()).maxKeys(1)));
    }

    /**
     * Writes an object in one request.
     *
     * @param key its name
     * @param content its bytes
     * @param precondition what must hold; {@link Kind#PRECONDITION} is thrown where it does not. A write of this call
     *     that took place although its answer was lost counts as done.
     * @return its tag
     */
    public String put(String key, byte[] content, Precondition precondition) {
        return put(key, Body.of(content), precondition, UUID.randomUUID().toString());
    }

    String put(String key, Body body, Precondition precondition, String write) {
        try {
            return failures.judge(
                    "s3:PutObject",
                    key,
                    () -> client.putObject(requests.put(key, body, precondition, write), body.request())
                            .eTag());
        } catch (StoreException e) {
            if (e.kind() == Kind.PRECONDITION) {
                return written(key, write).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** The tag of an object that a certain write made. */
    Optional<String> written(String key, String write) {
        return head(key)
                .filter(object -> write.equals(object.metadata().get(WRITE)))
                .map(HeadObjectResponse::eTag);
    }

    /**
     * Begins an object whose size is not known yet. Nothing is sent before a part is full.
     *
     * @param key its name
     * @param partSize bytes of a part, 5 MiB at least
     * @param pool where the bytes wait
     * @return used by one thread; to be completed or aborted
     */
    public Upload upload(String key, int partSize, ChunkPool pool) {
        return new Upload(this, key, partSize, pool);
    }

    /**
     * Reads a small object.
     *
     * @param key its name
     * @return its bytes, or nothing where there is no such object
     */
    public Optional<byte[]> get(String key) {
        return present(() -> failures.judge(
                "s3:GetObject",
                key,
                () -> client.getObjectAsBytes(requests.get(key)).asByteArrayUnsafe()));
    }

    /**
     * Reads an object as a stream.
     *
     * @param key its name
     * @return to be closed by the caller; nothing where there is no such object
     */
    public Optional<InputStream> read(String key) {
        GetObjectRequest request = requests.get(key);
        return present(() -> failures.judge("s3:GetObject", key, () -> client.getObject(request)));
    }

    /**
     * Looks at an object.
     *
     * @param key its name
     * @return what it is, or nothing where there is no such object
     */
    public Optional<StoredObject> find(String key) {
        return head(key)
                .map(object -> new StoredObject(key, object.contentLength(), object.eTag(), object.lastModified()));
    }

    private Optional<HeadObjectResponse> head(String key) {
        try {
            return present(() -> failures.judge("s3:GetObject", key, () -> client.headObject(requests.head(key))));
        } catch (StoreException e) {
            if (!Failures.isMute(e)) {
                throw e;
            }
            // An answer to HEAD has no room for a reason, such as a key that expired and may be renewed; one to GET
            // has.
            var unused = present(
                    () -> failures.judge("s3:GetObject", key, () -> client.getObjectAsBytes(requests.firstByte(key))));
            // GET, which needs the same right, was not refused.
            throw new StoreException(Kind.RETRYABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Lists objects in the order of their names (of the bytes in UTF-8).
     *
     * @param prefix of their names
     * @param after names up to this one are left out; empty for none
     * @return read from the bucket page by page while it is iterated
     */
    public Iterable<StoredObject> list(String prefix, String after) {
        return () -> new Listing(client, failures, prefix, after, Listing.PAGE);
    }

    /**
     * The first object after a name.
     *
     * @param prefix of its name
     * @param after the name before, empty for none
     * @return the object, or nothing where there is none
     */
    public Optional<StoredObject> first(String prefix, String after) {
        Listing listing = new Listing(client, failures, prefix, after, 1);
        return listing.hasNext() ? Optional.of(listing.next()) : Optional.empty();
    }

    /**
     * Deletes an object; without effect where there is none.
     *
     * @param key its name
     */
    public void delete(String key) {
        failures.judge(
                "s3:DeleteObject",
                key,
                () -> client.deleteObject(request -> request.bucket(bucket()).key(key)));
    }

    /**
     * Sets the tags of an object.
     *
     * @param key its name
     * @param tags by name
     */
    public void tag(String key, Map<String, String> tags) {
        failures.judge("s3:PutObjectTagging", key, () -> client.putObjectTagging(requests.tag(key, tags)));
    }

    /**
     * Tries whether the store keeps preconditions; some ignore them and overwrite.
     *
     * @param key of an object that may stay there
     * @return whether conditional writes can be relied on
     */
    public boolean honoursPreconditions(String key) {
        byte[] content = "Written to see whether this store keeps preconditions.\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        boolean wasThere = refuses(key, content, Precondition.ABSENT);
        return (wasThere || refuses(key, content, Precondition.ABSENT))
                && refuses(key, content, Precondition.unchanged("\"00000000000000000000000000000000\""));
    }

    private boolean refuses(String key, byte[] content, Precondition precondition) {
        try {
            put(key, content, precondition);
            return false;
        } catch (StoreException e) {
            if (e.kind() == Kind.PRECONDITION) {
                return true;
            }
            if (e.kind() == Kind.OTHER || e.getCause() instanceof S3Exception s3 && s3.statusCode() == 501) {
                return false;
            }
            throw e;
        }
    }

    /** Calls of an upload. */
    S3Client client() {
        return client;
    }

    /** Send parts of uploads. */
    ExecutorService threads() {
        return threads;
    }

    Requests requests() {
        return requests;
    }

    Failures failures() {
        return failures;
    }

    private static <T> Optional<T> present(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (StoreException e) {
            if (e.getCause() instanceof NoSuchKeyException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }
}
