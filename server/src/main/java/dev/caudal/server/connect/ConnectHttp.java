package dev.caudal.server.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Requests to a Kafka Connect worker. Any thread may send them.
 *
 * <p>While the workers' group sorts itself out they answer 409, or some requests 500 with these words; such requests are
 * repeated for half a minute. 409 for a connector that is there already is an answer.
 */
final class ConnectHttp {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final URI root;
    private final Optional<String> authorization;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    ConnectHttp(URI root, Optional<String> authorization) {
        this.root = root;
        this.authorization = authorization;
    }

    ConnectHttp authorized(String header) {
        return new ConnectHttp(root, Optional.of(header));
    }

    URI root() {
        return root;
    }

    /** Whether the worker says that it can serve, within seconds. */
    boolean isHealthy() {
        try {
            return exchange("GET", "health", "", HEALTH_TIMEOUT).statusCode() == 200;
        } catch (PlatformException e) {
            return false;
        }
    }

    /** Asks for what need not be there. */
    Optional<JsonNode> find(String path) {
        try {
            return Optional.of(send("GET", path, ""));
        } catch (ConnectRefusal e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    JsonNode send(String method, String path, String body) {
        long end = System.nanoTime() + SETTLING.toNanos();
        var answer = exchange(method, path, body, TIMEOUT);
        while (isUnsettled(answer) && System.nanoTime() - end < 0) {
            pause();
            answer = exchange(method, path, body, TIMEOUT);
        }
        if (answer.statusCode() >= 300) {
            throw new ConnectRefusal(method + " " + root.resolve(path), answer.statusCode(), message(answer.body()));
        }
        return parse(answer.body());
    }

    void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while waiting for the Connect worker.", e);
        }
    }

    private static boolean isUnsettled(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case CONFLICT -> !message(answer.body()).contains("already exists");
            case 500 -> message(answer.body()).contains("a rebalance is expected");
            default -> false;
        };
    }

    private HttpResponse<String> exchange(String method, String path, String body, Duration timeout) {
        var builder = HttpRequest.newBuilder(root.resolve(path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        authorization.ifPresent(value -> builder.header("Authorization", value));
        var request = builder.build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PlatformException("The Connect worker at %s does not answer (%s).".formatted(root, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while waiting for the Connect worker.", e);
        }
    }

    private static String message(String body) {
        return parse(body).path("message").asText(body);
    }

    private static JsonNode parse(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.createObjectNode();
        }
    }
}
