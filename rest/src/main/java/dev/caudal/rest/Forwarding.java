package dev.caudal.rest;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends requests for consumers that another proxy of the group has to that proxy. */
final class Forwarding extends Handler.Wrapper {
    private final Consumers consumers;
    private final Fleet fleet;

    Forwarding(Handler handler, Consumers consumers, Fleet fleet) {
        super(handler);
        this.consumers = consumers;
        this.fleet = fleet;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var name = name(request);
        if (name.isEmpty()) {
            return super.handle(request, response, callback);
        }
        boolean ours = consumers.has(name.get());
        if (request.getHeaders().contains(Peer.HEADER)) {
            if (HttpMethod.HEAD.is(request.getMethod())) {
                response.setStatus(ours ? HttpStatus.NO_CONTENT_204 : HttpStatus.NOT_FOUND_404);
                callback.succeeded();
                return true;
            }
            return super.handle(request, response, callback);
        }
        if (ours) {
            return super.handle(request, response, callback);
        }
        var credentials = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        var unused = fleet.owner(name.get(), credentials).whenComplete((owner, error) -> {
            if (error != null) {
                Response.writeError(request, response, callback, KafkaErrors.of(error));
            } else if (owner.isPresent()) {
                fleet.relay().pass(owner.get(), request, response, callback);
            } else {
                here(request, response, callback);
            }
        });
        return true;
    }

    /** Nobody has it, which is answered as always. */
    private void here(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable error) {
            Response.writeError(request, response, callback, error);
        }
    }

    private static Optional<ConsumerName> name(Request request) {
        try {
            return RequestPath.of(request.getHttpURI().toURI())
                    .consumer((group, name) -> Optional.of(new ConsumerName(group, name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
