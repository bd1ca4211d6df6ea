package dev.caudal.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;

/**
 * An error as RFC 9457 has it.
 *
 * @param status the HTTP status
 * @param body {@code type}, {@code title}, {@code status}, {@code code}, {@code detail}, {@code remedy} and what else there is
 */
record Problem(int status, ObjectNode body) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** What programs that are not known are asked for. */
    static final String BASIC = "Basic realm=\"Caudal\", charset=\"UTF-8\"";

    /** What browsers are asked for: they would ask for Basic's password themselves, and send it for ever. */
    static final String SESSION = "Session realm=\"Caudal\"";

    /** Where each code is explained. */
    private static final String TYPE = "urn:caudal:problem:";

    static Problem of(Refusal refusal) {
        int status = status(refusal.reason());
        var problem = of(status, title(refusal.reason()), refusal.code().word(), refusal.detail(), refusal.remedy());
        refusal.field().ifPresent(field -> problem.body().put("field", field));
        refusal.more().forEach(problem.body()::set);
        return problem;
    }

    static Problem of(int status, String title, String code, String detail, String remedy) {
        return new Problem(
                status,
                Json.MAPPER
                        .createObjectNode()
                        .put("type", TYPE + code)
                        .put("title", title)
                        .put("status", status)
                        .put("code", code)
                        .put("detail", detail)
                        .put("remedy", remedy));
    }

    private static int status(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED -> 400;
            case UNKNOWN_CALLER -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case NO_METHOD -> 405;
            case CONFLICT -> 409;
            case STALE -> 412;
            case INVALID -> 422;
            case NO_VERSION -> 428;
            case TOO_MANY -> 429;
            case FAILED -> 500;
            case BAD_SOURCE -> 502;
            case UNAVAILABLE -> 503;
        };
    }

    private static String title(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED -> "Cannot be read";
            case UNKNOWN_CALLER -> "Not signed in";
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            case NO_METHOD -> "Not for this path";
            case CONFLICT -> "Does not fit what is there";
            case STALE -> "Changed by somebody else";
            case INVALID -> "Wrong value";
            case NO_VERSION -> "No version given";
            case TOO_MANY -> "Too often";
            case FAILED -> "Failed";
            case BAD_SOURCE -> "The server asked does not answer as it should";
            case UNAVAILABLE -> "Not possible at present";
        };
    }
}
