package dev.caudal.cluster.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks brokers for what they measure. Any thread may call it. */
final class BrokerProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration PATIENCE_FOR_ALL = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** What a broker tells; empty when it does not answer in time. Never completes exceptionally. */
    CompletableFuture<Optional<Sample>> sample(InetAddress broker) {
        return client.sendAsync(request(broker, "/sample", PATIENCE), BodyHandlers.ofString())
                .thenApply(answer -> parse(answer.body()))
                .exceptionally(failure -> Optional.empty());
    }

    /** All that a broker has, in Prometheus's format. */
    String exposition(InetAddress broker) throws IOException, InterruptedException {
        var answer = client.send(request(broker, "/metrics", PATIENCE_FOR_ALL), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The broker answered with %d.".formatted(answer.statusCode()));
        }
        return answer.body();
    }

    private static Optional<Sample> parse(String body) {
        try {
            return Optional.of(Sample.parse(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static HttpRequest request(InetAddress broker, String path, Duration patience) {
        return HttpRequest.newBuilder(
                        URI.create("http://%s:%d%s".formatted(broker.getHostAddress(), MeteredBrokerMain.PORT, path)))
                .timeout(patience)
                .build();
    }
}
