package dev.caudal.s3.store;

import dev.caudal.s3.store.StoreException.Kind;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Judges what the client throws, and says it with the action, the resource and the remedy. */
record Failures(String bucket) {

    /** Codes that pass whatever the status is: CompleteMultipartUpload may fail with status 200. */
    private static final Set<String> PASSING = Set.of(
            "ExpiredToken",
            "InternalError",
            "RequestTimeTooSkewed",
            "RequestTimeout",
            "ServiceUnavailable",
            "SlowDown");

    /** Runs one call. */
    <T> T judge(String action, String key, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw judged(action, key, e);
        }
    }

    /** Whether the store refused without a word. */
    static boolean isMute(StoreException failure) {
        return (failure.kind() == Kind.REFUSED || failure.kind() == Kind.OTHER)
                && failure.getCause() instanceof AwsServiceException answer
                && code(answer).isEmpty();
    }

    private StoreException judged(String action, String key, SdkException failure) {
        String arn = "arn:aws:s3:::" + bucket + (key.isEmpty() ? "" : "/" + key);
        String what = "%s on %s failed".formatted(action, arn);
        if (failure instanceof AwsServiceException answer) {
            return new StoreException(kind(answer), text(what, arn, action, answer), failure);
        }
        Kind kind = failure instanceof SdkClientException && isConfiguration(failure) ? Kind.REFUSED : Kind.RETRYABLE;
        return new StoreException(kind, what + ": " + failure.getMessage(), failure);
    }

    /** The client has no credentials or cannot sign: no time heals it. */
    private static boolean isConfiguration(SdkException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.startsWith("Unable to load credentials") || text.startsWith("Unable to load region");
    }

    private static Kind kind(AwsServiceException answer) {
        String code = code(answer);
        if (code.equals("NoSuchBucket")) {
            return Kind.NO_BUCKET;
        }
        int status = answer.statusCode();
        if (status == 412) {
            return Kind.PRECONDITION;
        }
        // 409 is a write to the same key that is under way.
        if (status >= 500 || status == 429 || status == 408 || status == 409 || PASSING.contains(code)) {
            return Kind.RETRYABLE;
        }
        if (answer.isThrottlingException() || answer.retryable()) {
            return Kind.RETRYABLE;
        }
        return status == 401 || status == 403 ? Kind.REFUSED : Kind.OTHER;
    }

    private String text(String what, String arn, String action, AwsServiceException answer) {
        String said = "%s: %d %s".formatted(what, answer.statusCode(), answer.getMessage());
        return switch (kind(answer)) {
            case REFUSED ->
                "%s. Allow the action %s on %s to the identity that the credentials stand for."
                        .formatted(said, action, arn);
            case NO_BUCKET ->
                "%s. Create the bucket %s, or correct s3.bucket.name, s3.region and store.url.".formatted(said, bucket);
            case RETRYABLE, PRECONDITION, OTHER -> said;
        };
    }

    private static String code(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    }
}
