package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class VanishingClientsIT {
    private static final String V1 = "application/vnd.kafka.v1+json";

    private static TestKafka kafka;
    private static TestProxy proxy;

    @BeforeAll
    static void start() {
        kafka = TestKafka.start();
        proxy = new TestProxy(kafka, "consumer.request.timeout.ms", "20000");
    }

    @AfterAll
    static void stop() {
        proxy.close();
        kafka.close();
    }

    @Test
    void records_for_a_client_that_did_not_wait_come_to_its_next_read() throws Exception {
        kafka.createTopic("impatient", 1);
        kafka.send("impatient", "one");
        var consumer = join("impatient");
        assertThat(read(consumer, "impatient")).contains("\"offset\":0");
        try (var client = new RawClient(proxy.port())) {
            client.get(consumer + "/topics/impatient");
            Thread.sleep(300);
        }
        kafka.send("impatient", "two");
        Thread.sleep(1500);

        assertThat(read(consumer, "impatient")).contains("\"offset\":1").doesNotContain("\"offset\":0");
    }

    @Test
    void a_client_that_vanishes_while_it_waits_frees_its_partitions_within_seconds() throws Exception {
        kafka.createTopic("vanish", 1);
        kafka.send("vanish", "one");
        var first = join("vanish");
        assertThat(read(first, "vanish")).contains("\"offset\":0");
        try (var client = new RawClient(proxy.port())) {
            client.get(first + "/topics/vanish");
            Thread.sleep(1000);
        }
        long gone = System.nanoTime();
        kafka.send("vanish", "two");
        var second = join("vanish");

        assertThat(read(second, "vanish")).contains("\"offset\":1").doesNotContain("\"offset\":0");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - gone)).isLessThan(15);
        // The first one is still known, and shares again.
        assertThat(proxy.http().get(first + "/topics/elsewhere").code()).isEqualTo(40401);
    }

    @Test
    void a_request_that_comes_while_another_waits_is_answered_after_it() throws Exception {
        kafka.createTopic("pipeline", 1);
        var consumer = join("pipeline");
        try (var client = new RawClient(proxy.port())) {
            client.get(consumer + "/topics/pipeline");
            Thread.sleep(200);
            client.get("/brokers");
            Thread.sleep(2500);
            kafka.send("pipeline", "one");

            assertThat(client.answer()).contains("\"offset\":0");
            assertThat(client.answer()).contains("{\"brokers\":[1]}");
            client.get("/");
            assertThat(client.answer()).contains("200");
        }
    }

    private static String join(String group) {
        var answer = proxy.http()
                .send(
                        "POST",
                        "/consumers/" + group,
                        "{\"auto.offset.reset\":\"smallest\",\"auto.commit.enable\":\"false\"}",
                        "Content-Type",
                        V1);
        return URI.create(answer.json().get("base_uri").asText()).getPath();
    }

    private static String read(String consumer, String topic) {
        var answer = proxy.http().get(consumer + "/topics/" + topic);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
