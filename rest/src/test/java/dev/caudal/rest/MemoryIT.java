package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A proxy whose memory for bodies and pages is used up. */
final class MemoryIT {
    private static final int MEMORY = 1 << 20;
    private static final String V2 = "application/vnd.kafka.v2+json";

    @Test
    void a_request_beyond_the_memory_is_refused_until_there_is_room_again() throws Exception {
        try (var proxy = proxy("127.0.0.1:1")) {
            try (var hogs = new Hogs(proxy)) {
                Eventually.passes(() -> {
                    // One that comes while the memory is used for a moment is refused itself, so there may be more.
                    hogs.add();
                    var answer = create(proxy, 2000);
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.json().path("message").asText())
                            .contains(String.valueOf(MEMORY))
                            .contains("caudal.memory.max.bytes");
                });
                assertThat(create(proxy, 0).status()).isEqualTo(200);
            }
            Eventually.passes(() -> assertThat(create(proxy, 2000).status()).isEqualTo(200));
        }
    }

    @Test
    void a_reader_of_many_large_records_gets_all_of_them_though_the_memory_is_small() {
        try (var kafka = TestKafka.start();
                var proxy = proxy(kafka.bootstrapServers())) {
            kafka.createTopic("large", 1);
            for (int i = 0; i < 10; i++) {
                kafka.send("large", "\"" + "x".repeat(300_000) + "\"");
            }
            var answer = proxy.http()
                    .send(
                            "POST",
                            "/consumers/g",
                            "{\"format\":\"json\",\"auto.offset.reset\":\"earliest\"}",
                            "Content-Type",
                            V2);
            var consumer = "/consumers/g/instances/"
                    + answer.json().path("instance_id").asText();
            proxy.http().send("POST", consumer + "/subscription", "{\"topics\":[\"large\"]}", "Content-Type", V2);

            var offsets = new ArrayList<Integer>();
            Eventually.passes(() -> {
                var page = proxy.http().get(consumer + "/records?max_bytes=400000");
                assertThat(page.status()).isIn(200, 429);
                if (page.status() == 200) {
                    page.json()
                            .forEach(record -> offsets.add(record.get("offset").asInt()));
                }
                assertThat(offsets).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            });
        }
    }

    @Test
    void records_that_are_read_without_a_consumer_take_no_more_memory_than_there_is() {
        try (var kafka = TestKafka.start();
                var proxy = proxy(kafka.bootstrapServers())) {
            kafka.createTopic("small", 1);
            var body = "{\"records\":[" + String.join(",", Collections.nCopies(10_000, "{\"value\":1}")) + "]}";
            var sent = proxy.http()
                    .send("POST", "/topics/small", body, "Content-Type", "application/vnd.kafka.json.v2+json");
            assertThat(sent.status()).isEqualTo(200);

            var some = proxy.http().get("/topics/small/partitions/0/messages?offset=0&count=1000");
            var all = proxy.http().get("/topics/small/partitions/0/messages?offset=0&count=2000000000");
            var again = proxy.http().get("/topics/small/partitions/0/messages?offset=0&count=1000");

            assertThat(some.json()).hasSize(1000);
            assertThat(all.status()).isEqualTo(429);
            assertThat(all.json().path("message").asText()).contains("caudal.memory.max.bytes");
            assertThat(again.json()).hasSize(1000);
        }
    }

    @Test
    void what_a_client_sent_that_has_left_is_given_back_once() throws Exception {
        var memory = String.valueOf(MEMORY);
        try (var v3 = new V3Proxy(
                "caudal.memory.max.bytes",
                memory,
                "caudal.request.max.bytes",
                memory,
                // So long a record waits that its client leaves before it is acknowledged.
                "producer.linger.ms",
                "2000")) {
            v3.kafka().createTopic("left", 1);
            try (var stream = new V3StreamClient(
                    v3.proxy().port(), v3.path("/topics/left/records"), "Content-Type", "application/json")) {
                stream.send("{'value':{'type':'STRING','data':'" + "x".repeat(50_000) + "'}}");
            }
            Eventually.passes(() -> assertThat(v3.kafka().consume("left", true)).hasSize(1));

            try (var hogs = new Hogs(v3.proxy())) {
                hogs.add();
                Eventually.passes(
                        () -> assertThat(create(v3.proxy(), 2000).status()).isEqualTo(429));
            }
        }
    }

    private static TestProxy proxy(String bootstrapServers) {
        return new TestProxy(
                bootstrapServers,
                "caudal.memory.max.bytes",
                String.valueOf(MEMORY),
                "caudal.request.max.bytes",
                String.valueOf(MEMORY));
    }

    private static Http.Answer create(TestProxy proxy, int padding) {
        return proxy.http().send("POST", "/consumers/g", "{}" + " ".repeat(padding), "Content-Type", V2);
    }

    /** Clients that send the beginning of a large body. */
    private static final class Hogs implements AutoCloseable {
        private final TestProxy proxy;
        private final List<RawClient> clients = new ArrayList<>();

        private Hogs(TestProxy proxy) {
            this.proxy = proxy;
        }

        private void add() {
            try {
                clients.add(new RawClient(proxy.port())
                        .send("POST /topics/t HTTP/1.1\nHost: 127.0.0.1\nContent-Length: " + (MEMORY - 1000)
                                + "\n\n{"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            for (var client : clients) {
                client.close();
            }
        }
    }
}
