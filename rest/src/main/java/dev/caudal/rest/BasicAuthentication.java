package dev.caudal.rest;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets in who sends a right name and password by HTTP's Basic authentication; no thread waits while they are checked.
 *
 * <p>{@code GET /} without any is answered: those who watch over a proxy need no password.
 */
final class BasicAuthentication extends Handler.Wrapper {
    private static final String ATTRIBUTE = BasicAuthentication.class.getName();

    private static final byte[] ALIVE = {'{', '}'};

    private final PasswordChecks<User, Caller> checks;

    BasicAuthentication(Handler handler, PasswordChecks<User, Caller> checks) {
        super(handler);
        this.checks = checks;
    }

    /** Who sends a request. */
    static Caller caller(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : Caller.ANYBODY;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header == null) {
            if (isWatcher(request)) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                response.write(true, ByteBuffer.wrap(ALIVE), callback);
                return true;
            }
            throw RestError.unauthorized("This proxy wants a name and a password, by HTTP's Basic authentication.");
        }
        var checked = check(header).toCompletableFuture();
        if (checked.isDone()) {
            admit(request, checked.join());
            return super.handle(request, response, callback);
        }
        var unused = checked.whenComplete((caller, error) ->
                request.getComponents().getExecutor().execute(() -> goOn(request, response, callback, checked)));
        return true;
    }

    private CompletionStage<Optional<Caller>> check(String header) {
        try {
            return checks.caller(header);
        } catch (RejectedExecutionException e) {
            throw RestError.busy("Too many passwords are being checked. Try again later.");
        }
    }

    private void goOn(
            Request request, Response response, Callback callback, CompletableFuture<Optional<Caller>> checked) {
        try {
            admit(request, checked.join());
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Throwable refused) {
            UnreadBody.refuse(request, response, callback, refused);
        }
    }

    private static void admit(Request request, Optional<Caller> caller) {
        request.setAttribute(
                ATTRIBUTE, caller.orElseThrow(() -> RestError.unauthorized("The name or the password is wrong.")));
    }

    private static boolean isWatcher(Request request) {
        return HttpMethod.GET.is(request.getMethod())
                && "/".equals(request.getHttpURI().getPath());
    }
}
