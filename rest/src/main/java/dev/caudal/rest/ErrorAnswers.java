package dev.caudal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into an answer; the one place where errors become HTTP. */
final class ErrorAnswers implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final Optional<String> challenge;

    /**
     * Answers errors.
     *
     * @param challenge what is asked of clients that have not said who they are; empty where nothing is
     */
    ErrorAnswers(Optional<String> challenge) {
        this.challenge = challenge;
    }

    @Override
    public Response toResponse(Throwable error) {
        var answer = answer(KafkaErrors.cause(error));
        if (answer.status() == 500 && answer.body().code() == 500) {
            LOG.atError().setCause(error).log("a request failed for an unforeseen reason");
        }
        var response = Response.status(answer.status()).entity(answer.body());
        if (answer.status() == 401) {
            challenge.ifPresent(value -> response.header(HttpHeaders.WWW_AUTHENTICATE, value));
        }
        return response.build();
    }

    private static RestError answer(Throwable error) {
        if (error instanceof WebApplicationException http) {
            int status = http.getResponse().getStatus();
            return RestError.http(status, String.valueOf(http.getMessage()));
        }
        if (error instanceof JsonProcessingException json) {
            return RestError.badRequest(reason(json));
        }
        if (error instanceof IOException body) {
            return RestError.badRequest("The body cannot be read: " + body.getMessage());
        }
        return KafkaErrors.of(error);
    }

    /** The parser's words without our classes and the input. */
    private static String reason(JsonProcessingException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return "Unrecognized field: " + unknown.getPropertyName();
        }
        return error.getOriginalMessage()
                .replaceAll("\\(?(class |type )?`?[a-z]+(\\.[a-z]+)+\\.[A-Z][\\w$.<>]*`?\\)?", "value");
    }
}
