package dev.caudal.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers in the form of AWS's REST and JSON protocol, also those of the HTTP server itself. */
final class ApiAnswers extends ErrorHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    static void write(Response response, Callback callback, ApiAnswer answer) {
        head(response, answer.status());
        if (answer.body().isPresent()) {
            body(response, callback, answer.body().get());
        } else {
            response.write(true, ByteBuffer.allocate(0), callback);
        }
    }

    static void write(Response response, Callback callback, ApiError error) {
        head(response, error.status());
        response.getHeaders().put("x-amzn-ErrorType", error.type());
        var json = ClusterJson.object().put("message", error.text());
        error.parameter().ifPresent(name -> json.put("invalidParameter", name));
        body(response, callback, json);
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        write(response, callback, ApiError.of(status, message == null ? HttpStatus.getMessage(status) : message));
    }

    private static void head(Response response, int status) {
        response.setStatus(status);
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    }

    private static void body(Response response, Callback callback, JsonNode json) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        try {
            response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(json)), callback);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
