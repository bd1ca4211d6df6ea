package dev.caudal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors found before a resource is asked: they have the same body as all others. */
final class JsonErrors extends ErrorHandler {
    private static final String TYPE = JsonErrors.class.getName();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<String> challenge;

    /**
     * Writes errors.
     *
     * @param challenge what is asked of clients that have not said who they are; empty where nothing is
     */
    JsonErrors(Optional<String> challenge) {
        this.challenge = challenge;
    }

    /** Errors of a request will have this media type. */
    static void answerAs(String type, Request request) {
        request.setAttribute(TYPE, type);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        var body = new ErrorBody(status, "HTTP %d %s".formatted(status, HttpStatus.getMessage(status)));
        if (cause instanceof RestError error) {
            response.setStatus(error.status());
            body = error.body();
        }
        if (response.getStatus() == HttpStatus.TOO_MANY_REQUESTS_429) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
        }
        if (response.getStatus() == HttpStatus.UNAUTHORIZED_401) {
            challenge.ifPresent(value -> response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, value));
        }
        var type = request.getAttribute(TYPE) instanceof String wanted ? wanted : "application/json";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(Negotiation.KEEP_ALIVE);
        response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(body)), callback);
    }
}
