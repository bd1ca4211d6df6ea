package dev.caudal.server.proxy;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends requests to the platform's own REST proxy, which answers no web page. Any thread may call it. */
public final class ProxyClient {

    /** How many characters of an answer are kept. */
    public static final int LONGEST = 200_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Optional<URI> proxy;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * A client.
     *
     * @param proxy where the proxy is; empty where the platform runs without
     */
    public ProxyClient(Optional<URI> proxy) {
        this.proxy = proxy;
    }

    /**
     * Sends a request and waits for its answer, whatever its status.
     *
     * @throws Refusal if there is no proxy, the path is none, or the proxy does not answer within a minute
     */
    public ProxyAnswer send(ProxyRequest request) {
        var root = proxy.orElseThrow(() -> Refusal.of(
                ProblemCode.NO_REST_PROXY, "The platform runs without a REST proxy.", "'caudal up' starts one."));
        long start = System.nanoTime();
        try {
            var answer = http.send(http(root, request), BodyHandlers.ofInputStream());
            return answer(answer, start);
        } catch (IOException e) {
            throw unavailable("The REST proxy at %s does not answer: %s".formatted(root, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The server stops.");
        }
    }

    private static HttpRequest http(URI root, ProxyRequest request) {
        try {
            var http = HttpRequest.newBuilder(URI.create(root.toString().replaceAll("/$", "") + request.path()))
                    .timeout(PATIENCE)
                    .method(
                            request.method(),
                            request.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
            if (!request.contentType().isEmpty()) {
                http.header("Content-Type", request.contentType());
            }
            if (!request.accept().isEmpty()) {
                http.header("Accept", request.accept());
            }
            return http.build();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "path",
                    "'%s' is no path: %s.".formatted(request.path(), e.getMessage()),
                    "Encode what is not allowed in one, a space as %20.");
        }
    }

    private static ProxyAnswer answer(HttpResponse<InputStream> answer, long start) throws IOException {
        try (var in = answer.body()) {
            var text = CharBuffer.allocate(LONGEST + 1);
            var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            while (text.hasRemaining() && reader.read(text) >= 0) {}
            boolean cut = !text.hasRemaining();
            text.flip();
            return new ProxyAnswer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    text.subSequence(0, Math.min(text.length(), LONGEST)).toString(),
                    cut,
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }

    private static Refusal unavailable(String detail) {
        return Refusal.of(ProblemCode.REST_PROXY_SILENT, detail, "Look with 'caudal status' how it is.");
    }
}
