package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Requests to the API of a platform in a process of its own. */
final class PlatformRequests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformProcess platform;
    private final HttpClient http = HttpClient.newHttpClient();

    PlatformRequests(PlatformProcess platform) {
        this.platform = platform;
    }

    /** Makes the source {@code ledger} and the target {@code msk}, which is the platform's own broker. */
    void endpoints(TestDatabase database) throws Exception {
        endpoint(
                Map.of("name", "ledger", "type", "mysql", "role", "source"),
                Map.of(
                        "host", database.host(),
                        "port", Integer.toString(database.port()),
                        "user", database.user(),
                        "password", database.password()));
        endpoint(
                Map.of("name", "msk", "type", "kafka", "role", "target"),
                Map.of("bootstrap-servers", platform.bootstrapServers()));
    }

    private void endpoint(Map<String, String> what, Map<String, String> settings) throws Exception {
        var body = JSON.createObjectNode();
        what.forEach(body::put);
        body.set("settings", JSON.valueToTree(settings));
        send("POST", "endpoints", body);
    }

    /** Sends a request, once the API listens, that must be granted. */
    JsonNode send(String method, String path, Object body) throws Exception {
        platform.awaitApi();
        var answer = ask(method, path, body, "");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body());
    }

    /** Sends a request, of a version that was seen unless that is empty. */
    HttpResponse<String> ask(String method, String path, Object body, String seen)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.apiPort() + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!seen.isEmpty()) {
            request.header("If-Match", "\"" + seen + "\"");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
