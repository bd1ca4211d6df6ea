package dev.caudal.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into a problem; the one place where errors become HTTP. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable error) {
        var problem = problem(error);
        if (problem.status() == 500) {
            LOG.atError().setCause(error).log("a request failed for an unforeseen reason");
        }
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.body());
        // A resource answers so only who signs in, to which a browser must not add a question of its own.
        return problem.status() == 401
                ? answer.header("WWW-Authenticate", Problem.SESSION).build()
                : answer.build();
    }

    static Problem problem(Throwable error) {
        if (error instanceof WebApplicationException http
                && !(error instanceof NotFoundException)
                && !(error instanceof NotAllowedException)) {
            var status = http.getResponse().getStatusInfo();
            return status(status.getStatusCode(), status.getReasonPhrase());
        }
        return Problem.of(refusal(error));
    }

    private static Refusal refusal(Throwable error) {
        if (error instanceof Refusal refusal) {
            return refusal;
        }
        if (error instanceof JsonProcessingException json) {
            return Refusal.of(
                    ProblemCode.NO_JSON, "The body is no JSON: %s.".formatted(json.getOriginalMessage()), "Send JSON.");
        }
        if (error instanceof NotFoundException) {
            return Refusal.of(
                    ProblemCode.NO_SUCH_PATH, "Nothing has this path.", "GET /api/v1/openapi.json has all paths.");
        }
        if (error instanceof NotAllowedException) {
            return Refusal.of(
                    ProblemCode.NO_SUCH_METHOD,
                    "The path has no such method.",
                    "GET /api/v1/openapi.json has all methods.");
        }
        return Refusal.of(
                ProblemCode.UNFORESEEN,
                "The request failed for an unforeseen reason.",
                "The log of the server, logs/server.log in its folder, says more.");
    }

    /** A problem of which only the status is known. */
    static Problem status(int status, String title) {
        return Problem.of(
                status,
                title,
                "http-" + status,
                "The request was answered %d %s.".formatted(status, title),
                "GET /api/v1/openapi.json says how requests look.");
    }
}
