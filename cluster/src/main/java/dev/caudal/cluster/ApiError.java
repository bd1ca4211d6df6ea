package dev.caudal.cluster;

import java.util.Optional;

/** A request that is not carried out; the message is for the client's user. */
final class ApiError extends RuntimeException {
    private final int status;
    private final String type;
    private final Optional<String> parameter;

    private ApiError(int status, String type, String message, Optional<String> parameter) {
        super(message);
        this.status = status;
        this.type = type;
        this.parameter = parameter;
    }

    /** A value that cannot be. */
    static ApiError badRequest(String parameter, String message) {
        return new ApiError(400, "BadRequestException", message, Optional.of(parameter));
    }

    /** A request that cannot be. */
    static ApiError badRequest(String message) {
        return new ApiError(400, "BadRequestException", message, Optional.empty());
    }

    /** What MSK has and this does not; a 5xx would be tried again by the SDKs. */
    static ApiError notBuilt(String parameter, String what) {
        return badRequest(parameter, what + " is not built yet in Caudal's local clusters.");
    }

    static ApiError conflict(String parameter, String message) {
        return new ApiError(409, "ConflictException", message, Optional.of(parameter));
    }

    static ApiError notFound(String parameter, String message) {
        return new ApiError(404, "NotFoundException", message, Optional.of(parameter));
    }

    /** A request that is refused before it is looked at. */
    static ApiError forbidden(String type, String message) {
        return new ApiError(403, type, message, Optional.empty());
    }

    static ApiError unknownOperation(String message) {
        return new ApiError(404, "UnknownOperationException", message, Optional.empty());
    }

    static ApiError tooLarge(int limit) {
        return new ApiError(
                413,
                "RequestEntityTooLargeException",
                "The body has more than %d bytes.".formatted(limit),
                Optional.empty());
    }

    /** An error of another service that is served here, by its name there. */
    static ApiError of(int status, String type, String message) {
        return new ApiError(status, type, message, Optional.empty());
    }

    /** Errors of the HTTP server itself, and our own faults. */
    static ApiError of(int status, String message) {
        var type = status < 500 ? "BadRequestException" : "InternalServerErrorException";
        return new ApiError(status, type, message, Optional.empty());
    }

    int status() {
        return status;
    }

    /** The name of the exception, as clients know it. */
    String type() {
        return type;
    }

    Optional<String> parameter() {
        return parameter;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
