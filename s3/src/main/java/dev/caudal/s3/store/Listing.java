package dev.caudal.s3.store;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Objects of a prefix, page by page. */
final class Listing implements Iterator<StoredObject> {

    static final int PAGE = 1000;

    private final S3Client client;
    private final Failures failures;
    private final Queue<StoredObject> page = new ArrayDeque<>();
    private @Nullable ListObjectsV2Request next;

    Listing(S3Client client, Failures failures, String prefix, String after, int size) {
        this.client = client;
        this.failures = failures;
        this.next = ListObjectsV2Request.builder()
                .bucket(failures.bucket())
                .prefix(prefix)
                .startAfter(after.isEmpty() ? null : after)
                .maxKeys(size)
                .build();
    }

    @Override
    public boolean hasNext() {
        for (var request = next; page.isEmpty() && request != null; request = next) {
            read(request);
        }
        return !page.isEmpty();
    }

    private void read(ListObjectsV2Request request) {
        ListObjectsV2Response answer = failures.judge("s3:ListBucket", "", () -> client.listObjectsV2(request));
        answer.contents()
                .forEach(object ->
                        page.add(new StoredObject(object.key(), object.size(), object.eTag(), object.lastModified())));
        next = Boolean.TRUE.equals(answer.isTruncated())
                ? request.toBuilder()
                        .continuationToken(answer.nextContinuationToken())
                        .build()
                : null;
    }

    @Override
    public StoredObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }
}
