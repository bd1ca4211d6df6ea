package dev.caudal.s3.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Writes requests, with encryption, access control and preconditions as they are set. */
record Requests(StoreSettings settings) {

    PutObjectRequest put(String key, Body body, Precondition precondition, String write) {
        return PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .metadata(Map.of(ObjectStore.WRITE, write))
                .acl(settings.acl().orElse(null))
                .serverSideEncryption(encryption().serverSide())
                .ssekmsKeyId(encryption().kmsKeyId())
                .sseCustomerAlgorithm(encryption().customerAlgorithm())
                .sseCustomerKey(encryption().customerKeyText())
                .sseCustomerKeyMD5(encryption().customerKeyDigest())
                .contentMD5(digest(body))
                .ifNoneMatch(ifNoneMatch(precondition))
                .ifMatch(ifMatch(precondition))
                .build();
    }

    CreateMultipartUploadRequest begin(String key, String write) {
        return CreateMultipartUploadRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .metadata(Map.of(ObjectStore.WRITE, write))
                .acl(settings.acl().orElse(null))
                .serverSideEncryption(encryption().serverSide())
                .ssekmsKeyId(encryption().kmsKeyId())
                .sseCustomerAlgorithm(encryption().customerAlgorithm())
                .sseCustomerKey(encryption().customerKeyText())
                .sseCustomerKeyMD5(encryption().customerKeyDigest())
                .build();
    }

    UploadPartRequest part(String key, String upload, int number, Body body) {
        return UploadPartRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .uploadId(upload)
                .partNumber(number)
                .sseCustomerAlgorithm(encryption().customerAlgorithm())
                .sseCustomerKey(encryption().customerKeyText())
                .sseCustomerKeyMD5(encryption().customerKeyDigest())
                .contentMD5(digest(body))
                .build();
    }

    CompleteMultipartUploadRequest complete(
            String key, String upload, List<CompletedPart> parts, Precondition precondition) {
        return CompleteMultipartUploadRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .uploadId(upload)
                .multipartUpload(all -> all.parts(parts))
                .sseCustomerAlgorithm(encryption().customerAlgorithm())
                .sseCustomerKey(encryption().customerKeyText())
                .sseCustomerKeyMD5(encryption().customerKeyDigest())
                .ifNoneMatch(ifNoneMatch(precondition))
                .ifMatch(ifMatch(precondition))
                .build();
    }

    GetObjectRequest get(String key) {
        return GetObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .sseCustomerAlgorithm(encryption().customerAlgorithm())
                .sseCustomerKey(encryption().customerKeyText())
                .sseCustomerKeyMD5(encryption().customerKeyDigest())
                .build();
    }

    GetObjectRequest firstByte(String key) {
        return get(key).toBuilder().range("bytes=0-0").build();
    }

    HeadObjectRequest head(String key) {
        return HeadObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .sseCustomerAlgorithm(encryption().customerAlgorithm())
                .sseCustomerKey(encryption().customerKeyText())
                .sseCustomerKeyMD5(encryption().customerKeyDigest())
                .build();
    }

    PutObjectTaggingRequest tag(String key, Map<String, String> tags) {
        List<Tag> all = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return PutObjectTaggingRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .tagging(set -> set.tagSet(all))
                .build();
    }

    private Encryption encryption() {
        return settings.encryption();
    }

    private @Nullable String digest(Body body) {
        return settings.digest() ? body.digest() : null;
    }

    private static @Nullable String ifNoneMatch(Precondition precondition) {
        return precondition instanceof Precondition.Absent ? "*" : null;
    }

    private static @Nullable String ifMatch(Precondition precondition) {
        return precondition instanceof Precondition.Unchanged unchanged ? unchanged.etag() : null;
    }
}
