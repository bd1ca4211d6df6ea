package dev.caudal.rest;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of a group as one of them sees them: which of them has a consumer. Any thread may ask, none waits.
 *
 * <p>The name that a proxy gives a consumer says whose it is. For other names all are asked.
 */
final class Fleet implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;
    private static final String NAMED = "rest-consumer-";
    private static final int UUID_LENGTH = 36;

    private final Peers peers;
    private final Relay relay;

    Fleet(PeerGroup group, KafkaClients clients) {
        peers = new Peers(group, clients);
        relay = new Relay(group.self().id());
    }

    /** Waits until it is known which others there are; not for long where Kafka is away. */
    void await() {
        peers.await();
    }

    /** Passes requests on; started with the server. */
    Relay relay() {
        return relay;
    }

    /**
     * The other proxy that has a consumer.
     *
     * @param credentials those of the request that asks for it, which the others want to see too
     * @return empty when none has it; fails when one that may have it does not answer
     */
    CompletionStage<Optional<Peer>> owner(ConsumerName name, @Nullable String credentials) {
        var others = peers.others();
        var maker = maker(name.name());
        if (maker.isPresent()) {
            return CompletableFuture.completedFuture(others.stream()
                    .filter(peer -> peer.id().equals(maker.get()))
                    .findFirst());
        }
        return others.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : new Search(name, others, credentials).begin();
    }

    @Override
    public void close() {
        peers.close();
    }

    /** Who made the name, when a proxy did. */
    private static Optional<String> maker(String name) {
        int end = name.length() - UUID_LENGTH - 1;
        return name.startsWith(NAMED) && end > NAMED.length()
                ? Optional.of(name.substring(NAMED.length(), end))
                : Optional.empty();
    }

    /** A question to all others at once. */
    private final class Search {
        private final ConsumerName name;
        private final List<Peer> others;
        private final @Nullable String credentials;
        private final AtomicInteger open;
        private final CompletableFuture<Optional<Peer>> found = new CompletableFuture<>();
        private volatile Optional<RestError> trouble = Optional.empty();

        private Search(ConsumerName name, List<Peer> others, @Nullable String credentials) {
            this.name = name;
            this.others = others;
            this.credentials = credentials;
            this.open = new AtomicInteger(others.size());
        }

        private CompletionStage<Optional<Peer>> begin() {
            others.forEach(peer -> question(peer).send(result -> judge(peer, result)));
            return found;
        }

        private Request question(Peer peer) {
            var path =
                    "/consumers/" + URIUtil.encodePath(name.group()) + "/instances/" + URIUtil.encodePath(name.name());
            return relay.getHttpClient()
                    .newRequest(URI.create(peer.address() + path))
                    .method(HttpMethod.HEAD)
                    .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .headers(headers -> {
                        headers.put(Peer.HEADER, peers.self().id());
                        if (credentials != null) {
                            headers.put(HttpHeader.AUTHORIZATION, credentials);
                        }
                    });
        }

        private void judge(Peer peer, Result result) {
            if (result.isFailed() && !(result.getFailure() instanceof ConnectException)) {
                trouble = Optional.of(Relay.unavailable(peer, result.getFailure()));
            } else if (result.isSucceeded() && result.getResponse().getStatus() == HttpStatus.NO_CONTENT_204) {
                found.complete(Optional.of(peer));
            }
            if (open.decrementAndGet() == 0) {
                trouble.ifPresentOrElse(found::completeExceptionally, () -> found.complete(Optional.empty()));
            }
        }
    }
}
