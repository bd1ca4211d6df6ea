package dev.caudal.server.api;

import dev.caudal.rest.LoopbackGuard;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps pages of other sites away. On the loopback address, host and origin must be this machine; by TLS, where the listener
 * has looked at the host, the origin must be the same.
 */
final class OriginGuard extends Handler.Wrapper {
    OriginGuard(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST));
        var origin = Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN));
        if (request.isSecure()) {
            origin.filter(it -> !isOf(it, host.orElse(""))).ifPresent(it -> {
                throw Refusal.of(
                        ProblemCode.OTHER_ORIGIN,
                        "The request comes from a page of %s.".formatted(it),
                        "Use the console of this server, or a program.");
            });
        } else {
            LoopbackGuard.refusal(host, origin).ifPresent(sentence -> {
                throw Refusal.of(
                        ProblemCode.NOT_LOCAL,
                        sentence,
                        "Use a program of this machine, or the console of this server.");
            });
        }
        return super.handle(request, response, callback);
    }

    private static boolean isOf(String origin, String host) {
        try {
            var uri = URI.create(origin);
            return "https".equals(uri.getScheme()) && host.equalsIgnoreCase(uri.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
