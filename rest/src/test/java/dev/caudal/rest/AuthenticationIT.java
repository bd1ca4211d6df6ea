package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, before any broker is asked. */
final class AuthenticationIT {
    private static final String V2 = "application/vnd.kafka.v2+json";

    @TempDir
    private Path folder;

    private UserFile users;
    private TestProxy proxy;

    @BeforeEach
    void start() {
        var file = folder.resolve("users");
        users = new UserFile(file);
        users.add("ana", "señal: sí");
        users.add("luis", "otra");
        proxy = new TestProxy(
                "127.0.0.1:1",
                "authentication.method",
                "BASIC",
                "authentication.realm",
                "plant",
                "caudal.authentication.users",
                file.toString(),
                "client.security.protocol",
                "SASL_PLAINTEXT",
                "client.sasl.mechanism",
                "PLAIN",
                "caudal.consumers.max",
                "2");
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void all_versions_want_a_name_and_a_password() throws Exception {
        for (var path : List.of("/topics", "/consumers/g/instances/i/records", "/v3/clusters", "/v3/openapi.json")) {
            assertThat(proxy.http().get(path)).satisfies(AuthenticationIT::isRefused);
        }
        for (var path : List.of("/topics/t", "/consumers/g", "/v3/clusters/c/topics/t/records", "/")) {
            assertThat(proxy.http().send("POST", path, "{}")).satisfies(AuthenticationIT::isRefused);
        }
        for (var method : List.of("DELETE", "PUT", "PATCH")) {
            assertThat(proxy.http().send(method, "/v3/clusters/c/topics/t", "")).satisfies(AuthenticationIT::isRefused);
        }
        try (var client = new RawClient(proxy.port())) {
            client.send("GET /topics HTTP/1.1\nHost: 127.0.0.1\n\n");

            assertThat(client.head()).contains("WWW-Authenticate: Basic realm=\"plant\", charset=\"UTF-8\"");
        }
    }

    @Test
    void a_body_that_comes_after_the_refusal_is_known_does_not_cost_the_answer_or_the_connection() throws Exception {
        try (var client = new RawClient(proxy.port())) {
            client.send("POST /topics/t HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 2\n\n");
            Thread.sleep(200);
            client.send("{}");
            assertThat(client.answer()).startsWith("HTTP/1.1 401");

            client.send("POST /topics/t HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 2\nExpect: 100-continue\n\n");
            assertThat(client.answer()).as("no body is asked for").startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void what_is_wrong_or_no_credential_is_refused() {
        for (var header : List.of(
                Basic.header("ana", "otra"),
                Basic.header("ana", ""),
                Basic.header("nadie", "otra"),
                Basic.header("", "otra"),
                "Basic",
                "Basic ?",
                "Bearer abc",
                "Basic " + "YW5h")) {
            assertThat(proxy.http().get("/v3/openapi.json", "Authorization", header))
                    .as(header)
                    .satisfies(AuthenticationIT::isRefused);
        }
        assertThat(ask("ana", "señal: sí").status()).isEqualTo(200);
    }

    @Test
    void who_watches_over_it_needs_no_password() {
        assertThat(proxy.http().get("/").body()).isEqualTo("{}");
        assertThat(proxy.http().get("/", "Authorization", Basic.header("ana", "otra")))
                .satisfies(AuthenticationIT::isRefused);
        assertThat(proxy.http()
                        .get("/", "Authorization", Basic.header("luis", "otra"))
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void changes_of_the_users_are_seen_while_it_runs() {
        assertThat(ask("ana", "señal: sí").status()).isEqualTo(200);
        assertThat(ask("luis", "otra").status()).isEqualTo(200);

        users.remove("ana");
        users.add("luis", "nueva");
        users.add("eva", "tercera");

        Eventually.passes(() -> assertThat(ask("eva", "tercera").status()).isEqualTo(200));
        assertThat(ask("ana", "señal: sí").status()).isEqualTo(401);
        assertThat(ask("luis", "otra").status()).isEqualTo(401);
        assertThat(ask("luis", "nueva").status()).isEqualTo(200);
    }

    @Test
    void a_consumer_belongs_to_who_made_it() {
        assertThat(create("ana", "señal: sí", "c").status()).isEqualTo(200);

        var path = "/consumers/g/instances/c";
        assertThat(send("luis", "otra", "GET", path + "/subscription").code()).isEqualTo(40403);
        assertThat(send("luis", "otra", "DELETE", path).code()).isEqualTo(40403);
        assertThat(create("luis", "otra", "c").status()).isEqualTo(200);
        assertThat(create("luis", "otra", "d").status())
                .as("the most consumers of all users together")
                .isEqualTo(429);
        assertThat(send("luis", "otra", "DELETE", path).status()).isEqualTo(204);
        assertThat(send("ana", "señal: sí", "GET", path + "/subscription").status())
                .isEqualTo(200);
    }

    private Http.Answer create(String name, String password, String instance) {
        return proxy.http()
                .send(
                        "POST",
                        "/consumers/g",
                        "{\"name\":\"" + instance + "\"}",
                        "Content-Type",
                        V2,
                        "Authorization",
                        Basic.header(name, password));
    }

    private Http.Answer send(String name, String password, String method, String path) {
        return proxy.http().send(method, path, "", "Authorization", Basic.header(name, password));
    }

    private Http.Answer ask(String name, String password) {
        return send(name, password, "GET", "/v3/openapi.json");
    }

    private static void isRefused(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(40101);
        assertThat(answer.type()).isEqualTo("application/json");
    }
}
