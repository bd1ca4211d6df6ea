package dev.caudal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.ConnectClient;
import dev.caudal.server.ConnectPassword;
import dev.caudal.server.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The platform's API, through which all commands about endpoints and tasks go. Any thread may call it. */
final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI root;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * A client of a server.
     *
     * @param server its address, for example {@code http://127.0.0.1:8080}
     */
    ApiClient(URI server) {
        root = URI.create(server.toString().replaceAll("/*$", "/") + "api/v1/");
    }

    /** A client of the platform that runs in a folder. */
    static ApiClient of(LocalDirectory folder) {
        return Optional.of(folder)
                .filter(it -> Files.isDirectory(it.root()))
                .flatMap(it -> ProcessRecord.read(it, Platform.NAME))
                .filter(ProcessRecord::isAlive)
                .map(record -> new ApiClient(URI.create("http://127.0.0.1:" + record.port())))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "No platform runs in %s. Start one with 'caudal up', or name another with --server."
                                .formatted(folder.root())));
    }

    /** A path below the root, each part as it is called: {@code path("endpoints", "a b")}. */
    static String path(String... parts) {
        return Stream.of(parts).map(ApiClient::encoded).collect(Collectors.joining("/"));
    }

    /** A part of a path, or a value in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Asks for something. */
    JsonNode get(String path) {
        return send("GET", path, Optional.empty(), Optional.empty());
    }

    /** Sends something new, or a command. */
    JsonNode post(String path, JsonNode body) {
        return send("POST", path, Optional.of(body), Optional.empty());
    }

    /** Sends a command that needs no more words. */
    JsonNode post(String path) {
        return send("POST", path, Optional.empty(), Optional.empty());
    }

    /** Sends a file of YAML, of which JSON is a part. */
    JsonNode postYaml(String path, String yaml) {
        return answer(HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(yaml)));
    }

    /** Replaces what had a version. */
    JsonNode put(String path, JsonNode body, long seen) {
        return send("PUT", path, Optional.of(body), Optional.of(seen));
    }

    /** Replaces what has no version. */
    JsonNode put(String path, JsonNode body) {
        return send("PUT", path, Optional.of(body), Optional.empty());
    }

    /** Lines of a stream that goes on; the caller closes it. */
    Stream<String> lines(String path, Optional<String> lastEvent) {
        var request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
        lastEvent.ifPresent(id -> request.header("Last-Event-ID", id));
        var answer = exchange(request.build(), BodyHandlers.ofLines());
        if (answer.statusCode() >= 300) {
            try (var lines = answer.body()) {
                throw new ApiRefusal(answer.statusCode(), parse(lines.collect(Collectors.joining())));
            }
        }
        return answer.body();
    }

    /** Deletes what has a version. */
    void delete(String path, long seen) {
        var unused = send("DELETE", path, Optional.empty(), Optional.of(seen));
    }

    /** The Connect worker of the same platform, whose password is in its folder. */
    ConnectClient connect(LocalDirectory folder) {
        return StreamSupport.stream(get("about").path("parts").spliterator(), false)
                .filter(part -> part.path("name").asText().equals("connect"))
                .map(part -> new ConnectClient(URI.create(part.path("address").asText())))
                .findFirst()
                .map(client ->
                        ConnectPassword.read(folder).map(client::withPassword).orElse(client))
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "The platform has no Connect worker."));
    }

    private JsonNode send(String method, String path, Optional<JsonNode> body, Optional<Long> seen) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElse(BodyPublishers.noBody()));
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        seen.ifPresent(version -> request.header("If-Match", "\"" + version + "\""));
        return answer(request);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        var answer = exchange(request.header("Accept", "application/json").build(), BodyHandlers.ofString());
        var json = parse(answer.body());
        if (answer.statusCode() >= 300) {
            throw new ApiRefusal(answer.statusCode(), json);
        }
        return json;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The server at %s does not answer (%s). Look with 'caudal status' whether it runs."
                            .formatted(root, e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted while waiting for the server.", e);
        }
    }

    /** A body as JSON, missing where it is none. */
    static JsonNode parse(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
