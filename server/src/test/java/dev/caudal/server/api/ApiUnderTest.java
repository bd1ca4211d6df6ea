package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Portfolio;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.endpoint.EndpointKind;
import dev.caudal.server.endpoint.Endpoints;
import dev.caudal.server.endpoint.PortableEndpoints;
import dev.caudal.testkit.TestKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The API over a broker, without the rest of a platform. Each answer is compared with the API's document. */
final class ApiUnderTest implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final OpenApiCheck document = new OpenApiCheck();
    private final Definitions definitions;
    private final Access access;
    private final ApiServer server;

    /**
     * Starts it.
     *
     * @param kafka has the topic of definitions
     * @param key the file of the key
     */
    ApiUnderTest(TestKafka kafka, Path key) throws IOException {
        definitions =
                Definitions.open(Map.of("bootstrap.servers", kafka.bootstrapServers()), List.of(EndpointKind.INSTANCE));
        var box = SecretBox.at(key);
        var endpoints = new Endpoints(definitions, box);
        var portfolio = new Portfolio(definitions, List.of(new PortableEndpoints(box)));
        access = Access.open(
                new LocalDirectory(Objects.requireNonNull(key.getParent())),
                new AuditLog(new LocalDirectory(Objects.requireNonNull(key.getParent()))));
        server = ApiServer.start(
                Port.any().choose("the API"),
                access,
                new AuditLog(new LocalDirectory(Objects.requireNonNull(key.getParent()))),
                List.of(
                        new AboutResource("test", List.of(new AboutResource.Part("kafka", kafka.bootstrapServers()))),
                        new EndpointTypesResource(),
                        new EndpointsResource(endpoints),
                        new EndpointTestResource(endpoints),
                        new EndpointTablesResource(endpoints),
                        new PortfolioResource(portfolio),
                        new OpenApiResource()));
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body as JSON, missing where it is none
     * @param raw the whole
     */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String code() {
            return body.path("code").asText();
        }
    }

    Answer send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        var json = json(answer.body());
        document.check(
                method,
                path,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                json);
        return new Answer(answer.statusCode(), json, answer);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    int port() {
        return server.port();
    }

    private static JsonNode json(String body) throws IOException {
        return body.startsWith("{") || body.startsWith("[") ? Json.MAPPER.readTree(body) : MissingNode.getInstance();
    }

    @Override
    public void close() {
        server.close();
        access.close();
        definitions.close();
    }
}
