package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of records that Kafka does not take. */
final class ProduceInTimeIT {
    private static final String V1 = "application/vnd.kafka.v1+json";
    private static final String V2 = "application/vnd.kafka.binary.v2+json";
    private static final String BODY = "{\"records\":[{\"value\":\"YQ==\"},{\"value\":\"Yg==\"}]}";
    private static final String BATCH = "{\"entries\":[{\"id\":\"a\",\"value\":{\"type\":\"STRING\",\"data\":\"x\"}}]}";

    /** More than the proxy has threads. */
    private static final int MANY = 300;

    private static final TestKafka KAFKA = TestKafka.start();

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void records_for_a_topic_that_does_not_exist_are_refused() {
        try (var proxy = new TestProxy(KAFKA, "producer.max.block.ms", "1000")) {
            for (var type : new String[] {V1, V2}) {
                var answer = proxy.http().send("POST", "/topics/nowhere", BODY, "Content-Type", type);
                assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                assertThat(answer.code()).isEqualTo(40401);
            }
            var cluster = proxy.http()
                    .get("/v3/clusters")
                    .json()
                    .at("/data/0/cluster_id")
                    .asText();
            var topic = "/v3/clusters/" + cluster + "/topics/nowhere";
            assertThat(v3(proxy, topic + "/records:batch", BATCH)
                            .at("/failures/0/error_code")
                            .asInt())
                    .isEqualTo(40401);
            assertThat(v3(proxy, topic + "/records", "{}").at("/error_code").asInt())
                    .isEqualTo(40401);
        }
    }

    @Test
    void many_records_for_topics_that_do_not_exist_keep_nobody_waiting() {
        try (var proxy = new TestProxy(KAFKA, "producer.max.block.ms", "3000")) {
            KAFKA.createTopic("there", 1);
            var clients = Executors.newFixedThreadPool(MANY);
            var refused = new ArrayList<CompletableFuture<Http.Answer>>();
            for (int i = 0; i < MANY; i++) {
                var path = "/topics/nowhere" + i;
                refused.add(CompletableFuture.supplyAsync(
                        () -> proxy.http().send("POST", path, BODY, "Content-Type", V1), clients));
            }
            var answer = proxy.http().send("POST", "/topics/there", BODY, "Content-Type", V1);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(refused).anyMatch(each -> !each.isDone());
            assertThat(refused.stream().map(each -> each.join().code())).containsOnly(40401);
            clients.shutdown();
        }
    }

    @Test
    void a_topic_that_was_deleted_a_moment_ago_holds_up_no_request() throws Exception {
        try (var proxy =
                new TestProxy(KAFKA, "producer.delivery.timeout.ms", "5000", "producer.request.timeout.ms", "4000")) {
            KAFKA.createTopic("brief", 1);
            assertThat(proxy.http()
                            .send("POST", "/topics/brief", BODY, "Content-Type", V1)
                            .status())
                    .isEqualTo(200);
            KAFKA.admin().deleteTopics(List.of("brief")).all().get();

            assertThat(proxy.http()
                            .send("POST", "/topics/brief", BODY, "Content-Type", V1)
                            .body())
                    .containsAnyOf("\"error_code\":50003", "\"error_code\":40401");
            Eventually.passes(() -> assertThat(proxy.http()
                            .send("POST", "/topics/brief", BODY, "Content-Type", V1)
                            .code())
                    .isEqualTo(40401));
        }
    }

    @Test
    void records_for_a_cluster_that_is_away_are_refused() {
        try (var proxy = new TestProxy("127.0.0.1:1", "producer.max.block.ms", "1000")) {
            var answer = proxy.http().send("POST", "/topics/somewhere", BODY, "Content-Type", V1);
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo(50302);
        }
    }

    @Test
    void records_beyond_the_buffer_are_taken_when_there_is_room() {
        try (var proxy = new TestProxy(KAFKA, "producer.buffer.memory", "20000", "producer.batch.size", "10000")) {
            KAFKA.createTopic("narrow", 1);
            var body = new StringBuilder("{\"records\":[");
            for (int i = 0; i < 1000; i++) {
                body.append(i == 0 ? "" : ",")
                        .append("{\"value\":\"")
                        .append("0123456789abcdef".repeat(20))
                        .append("\"}");
            }
            var answer = proxy.http().send("POST", "/topics/narrow", body + "]}", "Content-Type", V2);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var offsets = answer.json().get("offsets");
            for (int i = 0; i < 1000; i++) {
                assertThat(offsets.get(i).get("offset").asInt(-1))
                        .as(offsets.get(i).toString())
                        .isEqualTo(i);
            }
        }
    }

    private static JsonNode v3(TestProxy proxy, String path, String body) {
        return proxy.http()
                .send("POST", path, body, "Content-Type", "application/json")
                .json();
    }
}
