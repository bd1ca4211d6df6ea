package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database to try with, as the console asks for it. */
class WorldDatabaseIT {
    private static final String WORLD = "/api/v1/world-database";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path root;

    @AfterEach
    void stop() {
        new ChildProcesses(new LocalDirectory(root)).stopAll();
    }

    @Test
    void it_starts_when_it_is_wanted_and_from_then_on_with_the_platform() throws Exception {
        var address = "";
        try (var platform = start()) {
            assertThat(call(platform, "GET", WORLD).path("state").asText()).isEqualTo("absent");
            assertThat(call(platform, "POST", WORLD).path("state").asText()).isEqualTo("starting");
            var ready = awaitReady(platform);
            address = ready.path("address").asText();
            assertThat(ready.path("task").asText()).isEqualTo("world-to-kafka");
            assertThat(call(platform, "POST", "/api/v1/tasks/world-to-kafka/validate")
                            .path("passed")
                            .asBoolean())
                    .isTrue();

            call(platform, "POST", WORLD);
            assertThat(awaitReady(platform).path("address").asText()).isEqualTo(address);
            assertThat(call(platform, "GET", "/api/v1/endpoints").path("total").asInt())
                    .isEqualTo(2);
        }
        assertThat(ProcessRecord.all(new LocalDirectory(root))).isEmpty();

        try (var platform = start()) {
            assertThat(awaitReady(platform).path("address").asText()).isEqualTo(address);
            assertThat(call(platform, "POST", "/api/v1/endpoints/world/test")
                            .path("passed")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(ProcessRecord.all(new LocalDirectory(root))).isEmpty();
    }

    private Platform start() {
        var settings = new PlatformSettings(new LocalDirectory(root), Port.any(), Port.any(), Optional.empty());
        return Platform.start(settings, (part, took) -> {});
    }

    private JsonNode awaitReady(Platform platform) throws Exception {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        var state = call(platform, "GET", WORLD);
        while (state.path("state").asText().equals("starting") && System.nanoTime() < limit) {
            Thread.sleep(50);
            state = call(platform, "GET", WORLD);
        }
        assertThat(state.path("state").asText()).as(state.toString()).isEqualTo("ready");
        return state;
    }

    private JsonNode call(Platform platform, String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.apiPort() + path))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        var body = Json.MAPPER.readTree(answer.body());
        new OpenApiCheck()
                .check(
                        method,
                        path,
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        body);
        return body;
    }
}
