package dev.caudal.server.api;

import dev.caudal.server.access.Access;
import dev.caudal.server.access.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Finds out who sends a request before a resource is asked, and lets nobody else in. */
final class CallerHandler extends Handler.Wrapper {
    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String ADDRESS = ATTRIBUTE + ".address";

    private final Access access;

    CallerHandler(Handler handler, Access access) {
        super(handler);
        this.access = access;
    }

    /** Who sends a request that was let in. */
    static Caller caller(ContainerRequestContext request) {
        if (request.getProperty(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("A request has come past the door.");
    }

    /** From where a request came. */
    static String address(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(ADDRESS));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var header = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        var address = Request.getRemoteAddr(request);
        request.setAttribute(ADDRESS, address);
        if (!isSignIn(request)) {
            // The password of the folder is for programs of this machine, which have the loopback address.
            var local = request.isSecure() ? Optional.<Caller>empty() : access.local(header);
            request.setAttribute(ATTRIBUTE, local.orElseGet(() -> access.caller(header, token(request), address)));
        }
        return super.handle(request, response, callback);
    }

    private static boolean isSignIn(Request request) {
        return HttpMethod.POST.is(request.getMethod())
                && ("/" + ApiServer.ROOT + "session").equals(Request.getPathInContext(request));
    }

    private static Optional<String> token(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(SessionResource.COOKIE))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
