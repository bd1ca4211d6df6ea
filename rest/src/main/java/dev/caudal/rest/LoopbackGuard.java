package dev.caudal.rest;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages away from a server that trusts all programs of its machine: a page of another site has that site as its
 * {@code Origin}, or, where a name was made to point here, as its {@code Host}.
 */
public final class LoopbackGuard extends Handler.Wrapper {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Function<String, ? extends RuntimeException> refusal;

    /**
     * Stands before a handler.
     *
     * @param handler what serves the machine's own programs
     * @param refusal makes the error of a refused request, which the server's error handler answers, from a sentence
     */
    public LoopbackGuard(Handler handler, Function<String, ? extends RuntimeException> refusal) {
        super(handler);
        this.refusal = refusal;
    }

    /**
     * Why a request is refused.
     *
     * @param host its header of that name, if it has one
     * @param origin its header of that name, if it has one
     * @return a sentence; empty where it comes from this machine
     */
    public static Optional<String> refusal(Optional<String> host, Optional<String> origin) {
        if (host.isPresent() && !isLocal(host(host.get()))) {
            return Optional.of(sentence("the host", host.get()));
        }
        return origin.filter(value -> !isLocal(originHost(value))).map(value -> sentence("the origin", value));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var headers = request.getHeaders();
        var refused = refusal(
                Optional.ofNullable(headers.get(HttpHeader.HOST)), Optional.ofNullable(headers.get(HttpHeader.ORIGIN)));
        if (refused.isPresent()) {
            throw refusal.apply(refused.get());
        }
        return super.handle(request, response, callback);
    }

    private static @Nullable String host(String header) {
        try {
            return new HostPort(header).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
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

    private static String sentence(String what, String value) {
        return "This server serves only programs of its machine, and %s of the request is %s. Call it as 127.0.0.1 or localhost."
                .formatted(what, value);
    }
}
