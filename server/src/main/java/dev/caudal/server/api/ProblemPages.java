package dev.caudal.server.api;

import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
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
final class ProblemPages extends ErrorHandler {
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
        var problem = cause instanceof Refusal refusal
                ? Problem.of(refusal)
                : ProblemMapper.status(status, String.valueOf(HttpStatus.getMessage(status)));
        response.setStatus(problem.status());
        if (problem.status() == HttpStatus.UNAUTHORIZED_401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, challenge(request));
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(problem.body())), callback);
    }

    private static String challenge(Request request) {
        var program = Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT));
        boolean isBrowser = program.filter(it -> it.startsWith("Mozilla/")).isPresent();
        return isBrowser ? Problem.SESSION : Problem.BASIC;
    }
}
