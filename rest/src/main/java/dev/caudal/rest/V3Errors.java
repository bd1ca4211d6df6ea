package dev.caudal.rest;

/** The errors that only v3 has. */
final class V3Errors {
    private V3Errors() {}

    /** There is no such thing. */
    static RestError notFound(String message) {
        return new RestError(ErrorCode.NOT_FOUND, message);
    }

    /** The body is JSON, but not what is asked for. */
    static RestError payload(String message) {
        return new RestError(ErrorCode.INVALID_PAYLOAD, "Payload error. " + message);
    }

    /** A batch is not one. */
    static RestError batch(String message) {
        return new RestError(ErrorCode.INVALID_BATCH, message);
    }
}
