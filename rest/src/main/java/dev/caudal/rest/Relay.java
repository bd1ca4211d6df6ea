package dev.caudal.rest;

import java.io.EOFException;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests on to another proxy of the group, and its answers back as they come.
 *
 * <p>Each connection of a client has one of its own to the other proxy, which closes with it: so the other proxy judges
 * by its connections, as always, which pages a client had and whether it has left.
 */
final class Relay extends ProxyHandler {
    private static final String PEER = Peer.class.getName();
    private static final long PROBE_MILLIS = 500;

    private final String self;
    private final Set<String> connections = ConcurrentHashMap.newKeySet();

    Relay(String self) {
        this.self = self;
    }

    /** Passes a request on. */
    boolean pass(Peer peer, Request request, Response response, Callback callback) {
        request.setAttribute(PEER, peer);
        return handle(request, response, callback);
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setConnectTimeout(3000);
        client.setIdleTimeout(HttpServer.IDLE.minusSeconds(5).toMillis());
        client.setDestinationIdleTimeout(HttpServer.IDLE.toMillis());
    }

    @Override
    protected HttpURI rewriteHttpURI(Request request) {
        var address = peer(request).address();
        return HttpURI.build(request.getHttpURI())
                .scheme(address.getScheme())
                .host(address.getHost())
                .port(address.getPort());
    }

    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request passed) {
        passed.headers(headers -> headers.put(Peer.HEADER, self));
        follow(request, passed);
    }

    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request passed,
            org.eclipse.jetty.client.@Nullable Response answer,
            Response response,
            Callback callback,
            Throwable failure) {
        if (response.isCommitted()) {
            callback.failed(failure);
            return;
        }
        // Where nobody listens any more, the consumer has gone with the proxy.
        var error = failure instanceof ConnectException
                ? RestError.instanceNotFound()
                : unavailable(peer(request), failure);
        Response.writeError(request, response, callback, error);
    }

    static RestError unavailable(Peer peer, Throwable failure) {
        return new RestError(
                ErrorCode.UNAVAILABLE,
                "The proxy %s, at %s, does not answer: %s.".formatted(peer.id(), peer.address(), failure));
    }

    private static Peer peer(Request request) {
        if (request.getAttribute(PEER) instanceof Peer peer) {
            return peer;
        }
        throw new IllegalStateException("The request is for no peer");
    }

    /** Lets the connection to the peer end with the client's. */
    private void follow(Request request, org.eclipse.jetty.client.Request passed) {
        var connection = request.getConnectionMetaData().getConnection();
        var id = request.getConnectionMetaData().getId();
        passed.tag(id);
        if (connections.add(id)) {
            connection.addEventListener(new Connection.Listener() {
                @Override
                public void onClosed(Connection closed) {
                    connections.remove(id);
                    getHttpClient().getDestinations().stream()
                            .filter(destination ->
                                    id.equals(destination.getOrigin().getTag()))
                            .forEach(Relay.this::close);
                }
            });
        }
        probe(connection.getEndPoint(), request, passed);
    }

    private void close(Destination destination) {
        getHttpClient().removeDestination(destination);
        LifeCycle.stop(destination);
    }

    /** Gives up what the client does not wait for any more. */
    private void probe(EndPoint connection, Request request, org.eclipse.jetty.client.Request passed) {
        var endPoint = connection;
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        if (endPoint instanceof ProbedEndPoint client) {
            var ended = new AtomicBoolean();
            Request.addCompletionListener(request, failure -> ended.set(true));
            probe(client, ended, passed);
        }
    }

    private void probe(ProbedEndPoint client, AtomicBoolean ended, org.eclipse.jetty.client.Request passed) {
        getHttpClient()
                .getScheduler()
                .schedule(
                        () -> {
                            if (ended.get()) {
                                return;
                            }
                            if (client.isGone()) {
                                var unused = passed.abort(new EOFException("The client has closed the connection."));
                            } else {
                                probe(client, ended, passed);
                            }
                        },
                        PROBE_MILLIS,
                        TimeUnit.MILLISECONDS);
    }
}
