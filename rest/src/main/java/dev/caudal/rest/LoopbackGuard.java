package dev.caudal.rest;

import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages away from a proxy that trusts all programs of its machine: a page of another site has that site as its
 * {@code Origin}, or, where a name was made to point here, as its {@code Host}.
 */
final class LoopbackGuard extends Handler.Wrapper {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    LoopbackGuard(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var host = request.getHeaders().get(HttpHeader.HOST);
        if (host != null && !isLocal(new HostPort(host).getHost())) {
            throw refusal("the host", host);
        }
        var origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !isLocal(originHost(origin))) {
            throw refusal("the origin", origin);
        }
        return super.handle(request, response, callback);
    }

    private static @Nullable String originHost(String origin) {
        try {
            return URI.create(origin).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isLocal(@Nullable String host) {
        return host != null && LOCAL.contains(host);
    }

    private static RestError refusal(String what, String value) {
        return new RestError(
                403,
                403,
                "This proxy serves only programs of its machine, and %s of the request is %s. Call it as 127.0.0.1 or localhost."
                        .formatted(what, value));
    }
}
