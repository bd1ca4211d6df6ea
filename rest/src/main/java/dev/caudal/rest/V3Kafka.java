package dev.caudal.rest;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.admin.AbstractOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaFuture;

/**
 * The cluster as v3 sees it. Any thread may ask, none waits: answers come on threads for answers, and all that is asked
 * with {@link #inTime} has failed after a quarter of a minute at the latest.
 */
final class V3Kafka {
    private final Admin admin;
    private final Answers answers;
    private final List<URI> advertised;
    private volatile Optional<String> id = Optional.empty();

    V3Kafka(Admin admin, Answers answers, List<URI> advertised) {
        this.admin = admin;
        this.answers = answers;
        this.advertised = advertised;
    }

    Admin admin() {
        return admin;
    }

    /** The options with the time that a question may take. */
    <T extends AbstractOptions<T>> T inTime(T options) {
        return Topics.inTime(options);
    }

    <T, R> CompletionStage<R> when(KafkaFuture<T> found, Function<? super T, ? extends R> answer) {
        return answers.when(found, answer);
    }

    <T> CompletionStage<T> ask(KafkaFuture<T> found) {
        return answers.when(found, Function.identity());
    }

    /** The id of the cluster that the proxy serves. */
    CompletionStage<String> id() {
        return when(admin.describeCluster(inTime(new DescribeClusterOptions())).clusterId(), found -> {
            id = Optional.of(found);
            return found;
        });
    }

    /** The cluster in the path of a request; fails with 404 when the proxy serves another one. */
    CompletionStage<V3Path> cluster(UriInfo request) {
        var root = root(request);
        return serving(request.getPathParameters().getFirst("cluster")).thenApply(known -> V3Path.of(root, known));
    }

    /** The id, when that is the cluster's that the proxy serves; else fails with 404. */
    CompletionStage<String> serving(String wanted) {
        var known = id.filter(wanted::equals).<CompletionStage<String>>map(CompletableFuture::completedFuture);
        return known.orElseGet(this::id).thenApply(found -> {
            if (!found.equals(wanted)) {
                throw V3Errors.notFound("Cluster %s cannot be found: this proxy serves %s.".formatted(wanted, found));
            }
            return found;
        });
    }

    /** The address by which clients call this proxy, without a slash at its end. */
    String root(UriInfo request) {
        var called = request.getBaseUri();
        var base = advertised.stream()
                .filter(address -> address.getScheme().equals(called.getScheme()))
                .findFirst()
                .orElse(called)
                .toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
