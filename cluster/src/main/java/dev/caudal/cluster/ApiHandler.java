package dev.caudal.cluster;

import dev.caudal.local.Loopback;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests: looks where they come from, reads and verifies them, and answers all of them in the API's form.
 *
 * <p>On a thread of the server for each request; a body is read on it, bounded in size and by the connection's idle time.
 */
final class ApiHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final int LARGEST_BODY = 1 << 20;

    private final Api api;
    private final Signatures signatures;

    ApiHandler(Api api, Signatures signatures) {
        this.api = api;
        this.signatures = signatures;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            var read = read(request);
            requireLocal(read);
            signatures.verify(read);
            ApiAnswers.write(response, callback, api.answer(read));
        } catch (ApiError e) {
            ApiAnswers.write(response, callback, e);
        } catch (IOException e) {
            callback.failed(e);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a request failed");
            ApiAnswers.write(response, callback, ApiError.of(500, "The request failed: " + e.getMessage()));
        }
        return true;
    }

    private static ApiRequest read(Request request) throws IOException {
        var uri = request.getHttpURI();
        Map<String, String> headers = new LinkedHashMap<>();
        for (var field : request.getHeaders()) {
            headers.merge(
                    field.getName().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(field.getValue()).orElse(""),
                    (one, other) -> one + "," + other);
        }
        var body = Content.Source.asInputStream(request).readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw ApiError.tooLarge(LARGEST_BODY);
        }
        return new ApiRequest(
                request.getMethod(),
                Optional.ofNullable(uri.getPath()).orElse("/"),
                ApiRequest.query(Optional.ofNullable(uri.getQuery()).orElse("")),
                headers,
                body);
    }

    /** Keeps web pages away: one of another site has that site as its origin or, by a name made to point here, as its host. */
    private static void requireLocal(ApiRequest request) {
        var host = request.header("host").map(value -> new HostPort(value).getHost());
        if (host.filter(Loopback::is).isEmpty()) {
            throw refusal("host", host.orElse("missing"));
        }
        var origin = request.header("origin");
        if (origin.isPresent() && !Loopback.is(originHost(origin.get()))) {
            throw refusal("origin", origin.get());
        }
    }

    private static String originHost(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static ApiError refusal(String what, String value) {
        return ApiError.forbidden(
                "AccessDeniedException",
                "This API serves only programs of its machine, and the %s of the request is %s. Call it as 127.0.0.1 or localhost."
                        .formatted(what, value));
    }
}
