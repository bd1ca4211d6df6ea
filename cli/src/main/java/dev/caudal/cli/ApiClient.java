package dev.caudal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.Platform;
import dev.caudal.server.access.LocalPassword;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectPassword;
import dev.caudal.server.definition.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/** The platform's API, through which all commands about endpoints and tasks go. Any thread may call it. */
final class ApiClient {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static {
        // A command that was sent is never sent again unasked.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final URI root;
    private final Optional<String> authorization;
    private final Optional<SSLSocketFactory> sockets;

    /**
     * A client of a server.
     *
     * @param server its address, for example {@code http://127.0.0.1:8080}
     */
    ApiClient(URI server) {
        this(server, Optional.empty(), Optional.empty());
    }

    private ApiClient(URI server, Optional<String> authorization, Optional<SSLSocketFactory> sockets) {
        this.authorization = authorization;
        this.sockets = sockets;
        root = URI.create(server.toString().replaceAll("/*$", "/") + "api/v1/");
    }

    /** A client of the platform that runs in a folder. */
    static ApiClient of(LocalDirectory folder) {
        return Optional.of(folder)
                .filter(it -> Files.isDirectory(it.root()))
                .flatMap(it -> ProcessRecord.read(it, Platform.NAME))
                .filter(ProcessRecord::isAlive)
                .map(record -> new ApiClient(
                        URI.create("http://127.0.0.1:" + record.port()),
                        LocalPassword.header(folder),
                        Optional.empty()))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "No platform runs in %s. Start one with 'caudal up', or name another with --server."
                                .formatted(folder.root())));
    }

    /** The same on behalf of a user. */
    ApiClient as(String name, String password) {
        return new ApiClient(root.resolve("../../"), Optional.of(LocalPassword.basic(name, password)), sockets);
    }

    /** The same by connections that trust other authorities than Java does. */
    ApiClient trusting(SSLSocketFactory authorities) {
        return new ApiClient(root.resolve("../../"), authorization, Optional.of(authorities));
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
        return send("POST", path, Map.of("Content-Type", "application/yaml"), Optional.of(yaml));
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
        Map<String, String> headers =
                lastEvent.map(id -> Map.of("Last-Event-ID", id)).orElse(Map.of());
        try {
            var connection = connection("GET", path, headers);
            refuse(connection);
            return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .onClose(connection::disconnect);
        } catch (IOException e) {
            throw unreachable(e);
        }
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
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        body.ifPresent(json -> headers.put("Content-Type", "application/json"));
        seen.ifPresent(version -> headers.put("If-Match", "\"" + version + "\""));
        return send(method, path, headers, body.map(JsonNode::toString));
    }

    private JsonNode send(String method, String path, Map<String, String> headers, Optional<String> body) {
        try {
            var connection = connection(method, path, headers);
            if (body.isPresent()) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(body.get().getBytes(StandardCharsets.UTF_8));
            }
            refuse(connection);
            return parse(text(connection.getInputStream()));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Not the newer client of Java: that takes a third of a second to get ready, longer than most commands take in all. */
    private HttpURLConnection connection(String method, String path, Map<String, String> headers) throws IOException {
        var connection = (HttpURLConnection) root.resolve(path).toURL().openConnection();
        if (connection instanceof HttpsURLConnection secured) {
            sockets.ifPresent(secured::setSSLSocketFactory);
        }
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) CONNECT_PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        headers.forEach(connection::setRequestProperty);
        authorization.ifPresent(value -> connection.setRequestProperty("Authorization", value));
        return connection;
    }

    private static void refuse(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() >= 300) {
            var error = connection.getErrorStream();
            throw new ApiRefusal(connection.getResponseCode(), parse(error == null ? "" : text(error)));
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private CommandFailure unreachable(IOException e) {
        if (e instanceof SSLException) {
            return new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The server at %s does not show a certificate that counts (%s). Name its authority with --server-ca FILE; a platform has its own in DATA/certificates/ca.pem."
                            .formatted(root, e.getMessage()),
                    e);
        }
        return new CommandFailure(
                ExitCode.UNREACHABLE,
                "The server at %s does not answer (%s). Look with 'caudal status' whether it runs.".formatted(root, e),
                e);
    }

    /** A body as JSON, missing where it is none. */
    static JsonNode parse(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
