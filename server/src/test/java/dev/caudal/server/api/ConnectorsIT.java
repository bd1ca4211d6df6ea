package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.definition.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connectors by the platform's API, on a real worker. */
class ConnectorsIT {
    private static final String CONNECTORS = "/api/v1/connectors";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As long as its topic does not come, it needs no bucket. */
    private static final Map<String, String> SINK = Map.of(
            "connector.class", "dev.caudal.s3.sink.S3SinkConnector",
            "topics", "none-yet",
            "s3.bucket.name", "nowhere",
            "store.url", "http://127.0.0.1:9",
            "aws.access.key.id", "hidden-one",
            "aws.secret.access.key", "hidden-two",
            "flush.size", "10",
            "storage.class", "S3Storage",
            "format.class", "JsonFormat",
            "caudal.cluster.id", "here");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path root;

    private record Answer(int status, JsonNode body) {}

    @Test
    void a_connector_is_shown_without_its_secrets_paused_and_resumed() throws Exception {
        var settings = new PlatformSettings(new LocalDirectory(root), Port.any(), Port.any(), Optional.empty());
        try (var platform = Platform.start(settings, (part, took) -> {})) {
            platform.connect().put("backup", SINK);
            var shown = await(platform, "running");
            assertThat(shown.toString()).doesNotContain("hidden-");
            assertThat(shown.path("replication").asBoolean()).isFalse();
            assertThat(shown.at("/configuration/topics").asText()).isEqualTo("none-yet");

            assertThat(call(platform, "POST", CONNECTORS + "/backup/pause").status())
                    .isEqualTo(202);
            await(platform, "paused");
            assertThat(call(platform, "POST", CONNECTORS + "/backup/resume").status())
                    .isEqualTo(202);
            await(platform, "running");
            assertThat(call(platform, "POST", CONNECTORS + "/backup/restart").status())
                    .isEqualTo(202);
            await(platform, "running");
            assertThat(call(platform, "POST", CONNECTORS + "/none/restart").status())
                    .isEqualTo(404);
        }
    }

    private JsonNode await(Platform platform, String state) throws Exception {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        var connector = call(platform, "GET", CONNECTORS).body().at("/items/0");
        while (!connector.path("state").asText().equals(state)) {
            assertThat(System.nanoTime()).as(connector.toString()).isLessThan(limit);
            Thread.sleep(100);
            connector = call(platform, "GET", CONNECTORS).body().at("/items/0");
        }
        return connector;
    }

    private Answer call(Platform platform, String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.apiPort() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        var json = answer.body().isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(answer.body());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        new OpenApiCheck().check(method, path, answer.statusCode(), type, json);
        return new Answer(answer.statusCode(), json);
    }
}
