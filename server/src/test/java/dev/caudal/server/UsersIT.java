package dev.caudal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.access.LocalPassword;
import dev.caudal.server.access.PlatformUsers;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.kafka.KafkaClusters;
import dev.caudal.server.kafka.PlatformTopics;
import dev.caudal.server.world.WorldRun;
import dev.caudal.testkit.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The API of a platform with users; without Connect, which nothing here gets as far as. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsersIT {
    private static final String PASSWORD = "Canary-Users9!";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path root;

    private static LocalDirectory folder;
    private static TestKafka kafka;
    private static PlatformApi api;
    private static PlatformUsers users;

    @BeforeAll
    static void start() {
        folder = new LocalDirectory(root);
        users = new PlatformUsers(folder);
        kafka = TestKafka.start();
        PlatformTopics.ensure(kafka.bootstrapServers());
        api = PlatformApi.start(
                new PlatformSettings(folder, Port.any(), Port.any(), Optional.empty()),
                kafka.bootstrapServers(),
                new ConnectClient(URI.create("http://127.0.0.1:1/")),
                Port.any().choose("the API"),
                SecretBox.at(PlatformApi.key(folder)),
                new PlatformApi.Others(
                        List.of(),
                        WorldRun.in(folder, Optional.empty()),
                        new KafkaClusters(Optional.empty(), kafka.bootstrapServers()),
                        Optional.empty()));
    }

    @AfterAll
    static void stop() {
        api.close();
        kafka.close();
    }

    @Test
    @Order(1)
    void without_users_nobody_is_asked_and_the_first_user_changes_that_while_it_runs() throws Exception {
        assertThat(send("GET", "/api/v1/about", "").statusCode()).isEqualTo(200);

        for (var role : UserRole.values()) {
            assertThat(users.add(role.word(), role, PASSWORD)).isTrue();
        }

        await("GET", "/api/v1/about", "", 401);
        var refused = send("GET", "/api/v1/about", "");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .isEqualTo("Basic realm=\"Caudal\", charset=\"UTF-8\"");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem(refused).path("code").asText()).isEqualTo("sign-in-needed");
        assertThat(send("GET", "/metrics", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/", "").statusCode()).as("the console's page").isEqualTo(200);
        assertThat(send("GET", "/api/v1/about", LocalPassword.header(folder).orElseThrow())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void each_operation_is_open_to_its_role_and_those_above_it() throws Exception {
        var document = problem(send("GET", "/api/v1/openapi.json", as(UserRole.VIEWER)));
        int operations = 0;
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                if (operation.getValue().path("x-role").asText().equals("none")) {
                    continue;
                }
                if (List.of("GET", "POST", "PUT", "DELETE").contains(method)) {
                    operations++;
                    check(method, path.getKey(), needed(method, path.getKey(), operation.getValue()));
                }
            }
        }
        assertThat(operations).isGreaterThan(30);
    }

    @Test
    @Order(3)
    void who_has_no_right_is_told_which_role_has() throws Exception {
        var refused = send("POST", "/api/v1/tasks/none/run", as(UserRole.VIEWER));

        var problem = problem(refused);
        assertThat(problem.path("code").asText()).isEqualTo("role-needed");
        assertThat(problem.path("detail").asText())
                .isEqualTo("This needs the role operator, and viewer has the role viewer.");
        assertThat(send("GET", "/metrics", as(UserRole.VIEWER)).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_request_without_the_body_that_it_needs_is_refused() throws Exception {
        var designer = as(UserRole.DESIGNER);

        for (var refused :
                List.of(send("POST", "/api/v1/tasks", designer), send("PUT", "/api/v1/tasks/none", designer))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(problem(refused).path("code").asText()).isEqualTo("no-body");
        }
    }

    @Test
    @Order(4)
    void a_wrong_password_is_refused_and_after_some_also_the_right_one_until_a_pause() throws Exception {
        users.add("guessed", UserRole.VIEWER, PASSWORD);
        int tries = 0;
        while (send("GET", "/api/v1/about", LocalPassword.basic("guessed", "wrong" + tries))
                        .statusCode()
                == 401) {
            tries++;
        }

        assertThat(tries).isBetween(10, 30);
        var refused = send("GET", "/api/v1/about", LocalPassword.basic("guessed", PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(problem(refused).path("remedy").asText()).contains("Wait");
        assertThat(send("GET", "/api/v1/about", as(UserRole.VIEWER)).statusCode())
                .as("who was here before is let in")
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void a_user_who_is_removed_or_gets_another_role_is_followed_while_it_runs() throws Exception {
        users.add("eva", UserRole.VIEWER, PASSWORD);
        var eva = LocalPassword.basic("eva", PASSWORD);
        await("GET", "/api/v1/about", eva, 200);
        assertThat(send("DELETE", "/api/v1/tasks/none", eva).statusCode()).isEqualTo(403);
        users.role("eva", UserRole.DESIGNER);
        await("DELETE", "/api/v1/tasks/none", eva, 428);
        var stream = stream(eva);

        users.remove("eva");

        await("GET", "/api/v1/about", eva, 401);
        assertThat(stream.readAllBytes()).as("the stream of events has ended").isNotEmpty();
    }

    @Test
    @Order(6)
    void a_browser_signs_in_by_a_cookie_that_ends_with_signing_out_or_with_the_user() throws Exception {
        users.add("web", UserRole.OPERATOR, PASSWORD);
        await("GET", "/api/v1/about", LocalPassword.basic("web", PASSWORD), 200);
        var wrong = signIn("web", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse(""))
                .as("a browser would ask by itself")
                .startsWith("Session ");

        var entered = signIn("web", PASSWORD);
        assertThat(problem(entered)).hasToString("{\"name\":\"web\",\"role\":\"operator\",\"users\":true}");
        var set = entered.headers().firstValue("Set-Cookie").orElse("");
        assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/api");
        var cookie = set.replaceAll(";.*", "");
        assertThat(browser("GET", "session", "", cookie).statusCode()).isEqualTo(200);
        assertThat(browser("DELETE", "tasks/none", "", cookie).statusCode()).isEqualTo(403);
        try (var stream = browser("GET", "events", "", cookie).body()) {
            assertThat(stream.read()).isPositive();
        }
        var other = signIn("web", PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElse("")
                .replaceAll(";.*", "");

        assertThat(browser("DELETE", "session", "", cookie).statusCode()).isEqualTo(204);
        assertThat(browser("GET", "session", "", cookie).statusCode()).isEqualTo(401);

        assertThat(browser("GET", "session", "", other).statusCode()).isEqualTo(200);
        users.remove("web");
        await("GET", "/api/v1/about", LocalPassword.basic("web", PASSWORD), 401);
        assertThat(browser("GET", "session", "", other).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(7)
    void the_audit_log_says_who_did_what_and_who_was_not_let_without_a_password() throws Exception {
        var operator = as(UserRole.OPERATOR);
        assertThat(send("DELETE", "/api/v1/endpoints/audited", operator).statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", "/api/v1/endpoints/audited", as(UserRole.DESIGNER))
                        .statusCode())
                .isEqualTo(428);
        send("GET", "/api/v1/about", LocalPassword.basic(PASSWORD + "name", PASSWORD + "typed"));

        assertThat(send("GET", "/api/v1/audit", operator).statusCode()).isEqualTo(403);
        var answer = problem(send("GET", "/api/v1/audit?limit=4", as(UserRole.ADMIN)));
        assertThat(answer.path("items"))
                .extracting(entry -> "%s %s %d %s %s"
                        .formatted(
                                entry.path("user").asText(),
                                entry.path("request").asText(),
                                entry.path("status").asInt(),
                                entry.path("outcome").asText(),
                                entry.path("address").asText()))
                .containsExactly(
                        "operator DELETE /api/v1/endpoints/audited 403 refused 127.0.0.1",
                        "designer DELETE /api/v1/endpoints/audited 428 refused 127.0.0.1",
                        " sign-in 401 refused 127.0.0.1",
                        "operator GET /api/v1/audit 403 refused 127.0.0.1");
        assertThat(problem(send("GET", "/api/v1/audit?since=2999-01-01T00:00:00Z", as(UserRole.ADMIN)))
                        .path("items"))
                .isEmpty();
        var file = root.resolve("audit").resolve("audit.jsonl");
        assertThat(Files.readString(file)).doesNotContain(PASSWORD).contains("\"user\":\"guessed\"");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    @Order(8)
    void neither_file_has_a_password_that_somebody_else_could_read() throws Exception {
        for (var file : List.of("users", "api.password")) {
            assertThat(Files.getPosixFilePermissions(root.resolve(file))).hasSize(2);
            assertThat(Files.readString(root.resolve(file))).doesNotContain(PASSWORD);
        }
        assertThatThrownBy(() -> users.add("local", UserRole.ADMIN, PASSWORD)).isInstanceOf(PlatformException.class);
        assertThat(users.add("viewer", UserRole.ADMIN, PASSWORD)).isFalse();
    }

    private static UserRole needed(String method, String path, JsonNode operation) {
        var word = operation.path("x-role").asText(method.equals("GET") ? "viewer" : "");
        return UserRole.named(word)
                .orElseThrow(() -> new AssertionError(method + " " + path + " has no x-role in the API's document"));
    }

    private static void check(String method, String template, UserRole needed) throws Exception {
        var path = "/api/v1" + template.replaceAll("\\{[a-z]+}", "none");
        for (var role : UserRole.values()) {
            if (path.endsWith("/world-database") && role.includes(needed)) {
                continue; // It would start a database.
            }
            int status = send(method, path, as(role)).statusCode();
            var what = "%s %s by %s".formatted(method, path, role);
            if (role.includes(needed)) {
                assertThat(status).as(what).isNotIn(401, 403, 405, 429);
            } else {
                assertThat(status).as(what).isEqualTo(403);
            }
        }
    }

    private static String as(UserRole role) {
        return LocalPassword.basic(role.word(), PASSWORD);
    }

    private static void await(String method, String path, String authorization, int status) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        var seen = new ArrayList<Integer>();
        while (System.nanoTime() < end) {
            seen.add(send(method, path, authorization).statusCode());
            if (seen.get(seen.size() - 1) == status) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(seen).contains(status);
    }

    private static HttpResponse<InputStream> send(String method, String path, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        if (path.endsWith("/events")) {
            answer.body().close();
        }
        return answer;
    }

    private static HttpResponse<InputStream> signIn(String name, String password)
            throws IOException, InterruptedException {
        var body = Json.MAPPER.createObjectNode().put("name", name).put("password", password);
        return browser("POST", "session", body.toString(), "a=b");
    }

    private static HttpResponse<InputStream> browser(String method, String path, String body, String cookie)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .headers("User-Agent", "Mozilla/5.0", "Content-Type", "application/json", "Cookie", cookie)
                .method(method, BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static InputStream stream(String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/api/v1/events"))
                .header("Authorization", authorization)
                .build();
        return HTTP.send(request, BodyHandlers.ofInputStream()).body();
    }

    private static JsonNode problem(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            return Json.MAPPER.readTree(body);
        }
    }
}
