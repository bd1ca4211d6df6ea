package dev.caudal.rest;

/**
 * An answer that is an error: the HTTP status, and the number and text of its body.
 *
 * <p>The numbers are Confluent's: the status itself, or the status times 100 plus a counter.
 */
final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    RestError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RestError badRequest(String message) {
        return new RestError(400, 400, message);
    }

    static RestError invalid(String message) {
        return new RestError(422, 422, message);
    }

    static RestError unauthorized(String message) {
        return new RestError(401, 40101, message);
    }

    static RestError topicNotFound() {
        return new RestError(404, 40401, "Topic not found.");
    }

    static RestError partitionNotFound() {
        return new RestError(404, 40402, "Partition not found.");
    }

    static RestError instanceNotFound() {
        return new RestError(404, 40403, "Consumer instance not found.");
    }

    static RestError notAcceptable() {
        return new RestError(406, 406, "HTTP 406 Not Acceptable");
    }

    static RestError unsupportedMediaType() {
        return new RestError(415, 415, "HTTP 415 Unsupported Media Type");
    }

    static RestError tooLarge(long limit) {
        return new RestError(
                413,
                413,
                "The body is larger than %d bytes. Send less at once, or raise caudal.request.max.bytes."
                        .formatted(limit));
    }

    /** The cluster is away. */
    static RestError unavailable(String why) {
        return new RestError(503, 50302, "Kafka does not take records at present: " + why);
    }

    static RestError busy(String message) {
        return new RestError(429, 429, message);
    }

    int status() {
        return status;
    }

    ErrorBody body() {
        return new ErrorBody(code, String.valueOf(getMessage()));
    }
}
