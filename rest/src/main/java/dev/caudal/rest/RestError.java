package dev.caudal.rest;

/** An answer that is an error: the HTTP status, and the number and text of its body. */
final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    RestError(ErrorCode code, String message) {
        this(code.status(), code.number(), message);
    }

    private RestError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** What HTTP has and we have no word for. */
    static RestError http(int status, String message) {
        return new RestError(status, status, message);
    }

    static RestError badRequest(String message) {
        return new RestError(ErrorCode.BAD_REQUEST, message);
    }

    static RestError invalid(String message) {
        return new RestError(ErrorCode.INVALID, message);
    }

    static RestError unauthorized(String message) {
        return new RestError(ErrorCode.UNAUTHORIZED, message);
    }

    static RestError topicNotFound() {
        return new RestError(ErrorCode.TOPIC_NOT_FOUND, "Topic not found.");
    }

    static RestError partitionNotFound() {
        return new RestError(ErrorCode.PARTITION_NOT_FOUND, "Partition not found.");
    }

    static RestError instanceNotFound() {
        return new RestError(ErrorCode.INSTANCE_NOT_FOUND, "Consumer instance not found.");
    }

    static RestError notAcceptable() {
        return new RestError(ErrorCode.NOT_ACCEPTABLE, "HTTP 406 Not Acceptable");
    }

    static RestError unsupportedMediaType() {
        return new RestError(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "HTTP 415 Unsupported Media Type");
    }

    static RestError tooLarge(long limit) {
        return new RestError(
                ErrorCode.TOO_LARGE,
                "The body is larger than %d bytes. Send less at once, or raise caudal.request.max.bytes."
                        .formatted(limit));
    }

    /** The cluster is away. */
    static RestError unavailable(String why) {
        return new RestError(ErrorCode.UNAVAILABLE, "Kafka does not take records at present: " + why);
    }

    static RestError busy(String message) {
        return new RestError(ErrorCode.TOO_MANY, message);
    }

    int status() {
        return status;
    }

    ErrorBody body() {
        return new ErrorBody(code, String.valueOf(getMessage()));
    }
}
