package dev.caudal.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.caudal.bench.BenchBucket.Stored;
import dev.caudal.local.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A store with as much of the API of S3 as the sink, the restore and the SDK need, which is as cheap as one can be: it
 * checks no signature, and throws away what nobody will read. Any thread may call.
 */
final class DiscardingS3 implements AutoCloseable {
    static {
        // Else an answer may wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, BenchBucket> buckets = new ConcurrentHashMap<>();

    private DiscardingS3(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Starts without a bucket; what is kept is in {@code folder} until the end. */
    static DiscardingS3 start(Path folder) throws IOException {
        Folders.delete(folder);
        return new DiscardingS3(
                folder, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
    }

    /** Its address. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Creates a bucket. */
    BenchBucket create(String name, boolean keepsAll) throws IOException {
        var bucket = new BenchBucket(Files.createDirectories(folder.resolve(name)), keepsAll);
        buckets.put(name, bucket);
        return bucket;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            // Not all of the path is decoded alike: a plus is a plus.
            var parts = exchange.getRequestURI().getPath().substring(1).split("/", 2);
            var bucket = buckets.get(parts[0]);
            var key = parts.length < 2 ? "" : parts[1];
            if (bucket == null) {
                error(exchange, 404, "NoSuchBucket");
                return;
            }
            bucket.touch();
            answer(exchange, bucket, key);
        } catch (RuntimeException e) {
            throw new IOException("A request of the benchmark: " + exchange.getRequestURI(), e);
        }
    }

    private static void answer(HttpExchange exchange, BenchBucket bucket, String key) throws IOException {
        var query = query(exchange);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, bucket, key, query);
            case "POST" -> post(exchange, bucket, key, query);
            case "GET", "HEAD" -> {
                if (key.isEmpty()) {
                    xml(exchange, S3Xml.listing(bucket, query));
                } else {
                    get(exchange, bucket.find(key));
                }
            }
            case "DELETE" -> exchange.sendResponseHeaders(204, -1);
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    private static void put(HttpExchange exchange, BenchBucket bucket, String key, Map<String, String> query)
            throws IOException {
        var body = body(exchange);
        if (query.containsKey("uploadId")) {
            int part = Integer.parseInt(query.getOrDefault("partNumber", "1"));
            done(exchange, bucket.part(query.getOrDefault("uploadId", ""), part, key, body));
        } else if (isRefused(exchange, bucket.find(key))) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
            error(exchange, 412, "PreconditionFailed");
        } else {
            done(exchange, bucket.put(key, body, metadata(exchange)).etag());
        }
    }

    private static void post(HttpExchange exchange, BenchBucket bucket, String key, Map<String, String> query)
            throws IOException {
        body(exchange).transferTo(java.io.OutputStream.nullOutputStream());
        if (query.containsKey("uploads")) {
            xml(exchange, S3Xml.begun(bucket.begin(metadata(exchange))));
        } else if (isRefused(exchange, bucket.find(key))) {
            error(exchange, 412, "PreconditionFailed");
        } else {
            xml(exchange, S3Xml.completed(bucket.complete(query.getOrDefault("uploadId", ""), key)));
        }
    }

    private static void get(HttpExchange exchange, Optional<Stored> found) throws IOException {
        if (found.isEmpty()) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        var object = found.get();
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", object.etag());
        headers.set("Last-Modified", "Wed, 20 May 2020 19:33:55 GMT");
        headers.set("x-amz-meta-caudal-write", object.metadata());
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Long.toString(object.size()));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, object.size() == 0 ? -1 : object.size());
        Files.copy(
                object.file().orElseThrow(() -> new BenchFailure("An object that was thrown away is read.")),
                exchange.getResponseBody());
    }

    private static boolean isRefused(HttpExchange exchange, Optional<Stored> present) {
        var headers = exchange.getRequestHeaders();
        var match = headers.getFirst("If-Match");
        return headers.containsKey("If-None-Match") && present.isPresent()
                || match != null
                        && !present.map(Stored::etag).filter(match::equals).isPresent();
    }

    private static InputStream body(HttpExchange exchange) {
        var sum = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"), "");
        return sum.startsWith("STREAMING-") ? new AwsChunks(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private static String metadata(HttpExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("x-amz-meta-caudal-write"), "");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        var text = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void done(HttpExchange exchange, String etag) throws IOException {
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.sendResponseHeaders(200, -1);
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, S3Xml.error(code));
    }

    private static void xml(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, text);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            Folders.delete(folder);
        } catch (UncheckedIOException e) {
            throw new BenchFailure("What the store kept is left in " + folder, e);
        }
    }
}
