package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a proxy refuses; none of it needs a broker. */
final class LimitsIT {
    private static final String JSON = "application/vnd.kafka.json.v2+json";

    private static TestProxy proxy;

    @BeforeAll
    static void start() {
        proxy = new TestProxy("127.0.0.1:1", "caudal.consumers.max", "2", "caudal.request.max.bytes", "1000");
    }

    @AfterAll
    static void stop() {
        proxy.close();
    }

    @Test
    void there_are_no_more_consumers_than_allowed() {
        for (int i = 0; i < 2; i++) {
            assertThat(create("name" + i).status()).isEqualTo(200);
        }
        assertThat(create("name2").status()).isEqualTo(429);

        proxy.http().send("DELETE", "/consumers/g/instances/name0", "");

        assertThat(create("name2").status()).isEqualTo(200);
    }

    @Test
    void a_body_is_not_longer_than_allowed() throws Exception {
        var large = "{\"records\":[{\"value\":\"" + "x".repeat(1000) + "\"}]}";

        assertThat(proxy.http()
                        .send("POST", "/topics/t", large, "Content-Type", JSON)
                        .status())
                .isEqualTo(413);
        try (var client = new RawClient(proxy.port())) {
            client.send(
                    "POST /topics/t HTTP/1.1\nHost: 127.0.0.1\nTransfer-Encoding: chunked\n\n7d0\n" + "x".repeat(1500));

            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("\"error_code\":413");
        }
    }

    @Test
    void headers_are_not_longer_than_allowed() throws Exception {
        try (var client = new RawClient(proxy.port())) {
            client.send("GET /topics HTTP/1.1\nHost: 127.0.0.1\nX: " + "x".repeat(100_000) + "\n\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void web_pages_cannot_call_it() throws Exception {
        try (var client = new RawClient(proxy.port())) {
            client.send("GET / HTTP/1.1\nHost: evil.example:8082\n\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 403").contains("evil.example");
        }
        try (var client = new RawClient(proxy.port())) {
            client.send("GET / HTTP/1.1\nHost: localhost:8082\nOrigin: https://evil.example\n\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 403");
        }
        try (var client = new RawClient(proxy.port())) {
            client.send("GET / HTTP/1.1\nHost: localhost:8082\nOrigin: http://localhost:3000\n\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void senders_that_dawdle_do_not_keep_others_waiting() throws Exception {
        var slow = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(new RawClient(proxy.port())
                        .send("POST /topics/t HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 900\n\n{"));
            }
            assertThat(proxy.http().get("/").status()).isEqualTo(200);
        } finally {
            for (var client : slow) {
                client.close();
            }
        }
    }

    private static Http.Answer create(String name) {
        return proxy.http()
                .send(
                        "POST",
                        "/consumers/g",
                        "{\"name\":\"" + name + "\"}",
                        "Content-Type",
                        "application/vnd.kafka.v2+json");
    }
}
