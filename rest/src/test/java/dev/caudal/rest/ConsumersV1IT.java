package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ConsumersV1IT {
    private static final String V1 = "application/vnd.kafka.v1+json";
    private static final String BINARY = "application/vnd.kafka.binary.v1+json";

    private static TestKafka kafka;
    private static TestProxy proxy;

    @BeforeAll
    static void start() {
        kafka = TestKafka.start();
        proxy = new TestProxy(kafka);
    }

    @AfterAll
    static void stop() {
        proxy.close();
        kafka.close();
    }

    @Test
    void a_consumer_reads_a_topic_from_its_start() {
        topic("start", "one", "two");
        var consumer = join("start", "{\"auto.offset.reset\":\"smallest\",\"auto.commit.enable\":\"false\"}");

        var records = readUntil(consumer, "start", 2);

        assertThat(records.get(0).toString())
                .isEqualTo("{\"topic\":\"start\",\"key\":null,\"value\":\"b25l\",\"partition\":0,\"offset\":0}");
        assertThat(text(records)).containsExactly("one", "two");
    }

    @Test
    void a_page_has_at_least_one_record_and_what_does_not_fit_comes_next() {
        topic("small", "one", "two", "three");
        var consumer = join("small", "{\"auto.offset.reset\":\"smallest\"}");

        var first = readUntil(consumer, "small?max_bytes=6", 1);
        var second = readUntil(consumer, "small?max_bytes=1", 1);

        assertThat(text(first)).containsExactly("one", "two");
        assertThat(text(second)).containsExactly("three");
    }

    @Test
    void the_next_read_commits_the_page_before_and_the_end_the_last() throws Exception {
        topic("next", "one", "two");
        var consumer = join("next", "{\"auto.offset.reset\":\"smallest\",\"auto.commit.enable\":\"false\"}");
        assertThat(text(readUntil(consumer, "next?max_bytes=1", 1))).containsExactly("one");
        assertThat(text(readUntil(consumer, "next?max_bytes=1", 1))).containsExactly("two");

        await("next", 1);
        leave(consumer);

        await("next", 2);
    }

    @Test
    void a_consumer_that_commits_by_itself_is_not_committed_for() {
        topic("own", "one", "two", "three");
        var consumer = join("own", "{\"auto.offset.reset\":\"smallest\",\"auto.commit.enable\":\"false\"}");
        readUntil(consumer, "own?max_bytes=1", 1);

        var offsets = proxy.http().send("POST", consumer + "/offsets", "", "Content-Type", V1);
        readUntil(consumer, "own?max_bytes=1", 1);
        readUntil(consumer, "own?max_bytes=1", 1);
        leave(consumer);

        assertThat(offsets.body()).isEqualTo("[{\"topic\":\"own\",\"partition\":0,\"consumed\":0,\"committed\":0}]");
        var successor = join("own", "{\"auto.offset.reset\":\"smallest\"}");
        assertThat(text(readUntil(successor, "own", 2))).containsExactly("two", "three");
    }

    @Test
    void a_deleted_record_is_delivered_as_null() {
        kafka.createTopic("tomb", 1);
        assertThat(proxy.http()
                        .send(
                                "POST",
                                "/topics/tomb",
                                "{\"records\":[{\"key\":\"a2V5\",\"value\":null}]}",
                                "Content-Type",
                                V1)
                        .status())
                .isEqualTo(200);
        var consumer = join("tomb", "{\"auto.offset.reset\":\"smallest\"}");

        var records = readUntil(consumer, "tomb", 1);

        assertThat(records.get(0).toString())
                .isEqualTo("{\"topic\":\"tomb\",\"key\":\"a2V5\",\"value\":null,\"partition\":0,\"offset\":0}");
    }

    @Test
    void what_a_consumer_cannot_do_has_a_number() {
        topic("errors", "one");
        var consumer = join("errors", "{\"auto.offset.reset\":\"smallest\",\"id\":\"me\"}");
        readUntil(consumer, "errors", 1);

        assertThat(consumer).endsWith("/consumers/errors/instances/me");
        assertThat(create("errors", "{\"id\":\"me\"}").code()).isEqualTo(40902);
        assertThat(create("errors", "{\"auto.offset.reset\":\"middle\"}").code())
                .isEqualTo(42204);
        assertThat(create("errors", "{\"format\":\"xml\"}").code()).isEqualTo(422);
        assertThat(create("errors", "{\"fetch.min.bytes\":\"-2\"}").code()).isEqualTo(40001);
        assertThat(create("errors", "{\"colour\":\"red\"}").status()).isEqualTo(400);
        assertThat(create("errors", "{").status()).isEqualTo(400);
        assertThat(read(consumer, "nowhere").code()).isEqualTo(40401);
        topic("errors-other", "one");
        assertThat(read(consumer, "errors-other").code()).isEqualTo(40901);
        assertThat(read("/consumers/errors/instances/you", "errors").code()).isEqualTo(40403);
        assertThat(proxy.http()
                        .get(consumer + "/topics/errors", "Accept", "application/vnd.kafka.json.v1+json")
                        .code())
                .isEqualTo(40601);
        assertThat(leave(consumer)).isEqualTo(204);
        assertThat(leave(consumer)).isEqualTo(404);
    }

    @Test
    void a_read_of_nothing_waits_and_is_empty() {
        topic("empty");
        var consumer = join("empty", "{\"consumer.request.timeout.ms\":\"300\"}");

        long begin = System.nanoTime();
        var answer = read(consumer, "empty");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.type()).isEqualTo(BINARY);
        assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(290L, 5_000L);
    }

    private static void topic(String name, String... values) {
        kafka.createTopic(name, 1);
        for (var value : values) {
            kafka.send(name, value);
        }
    }

    private static Http.Answer create(String group, String body) {
        return proxy.http().send("POST", "/consumers/" + group + "/", body, "Content-Type", V1);
    }

    private static String join(String group, String body) {
        var answer = create(group, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return URI.create(answer.json().get("base_uri").asText()).getPath();
    }

    private static int leave(String consumer) {
        return proxy.http().send("DELETE", consumer, "").status();
    }

    private static Http.Answer read(String consumer, String topic) {
        return proxy.http().get(consumer + "/topics/" + topic, "Accept", BINARY);
    }

    private static List<JsonNode> readUntil(String consumer, String topic, int count) {
        var records = new ArrayList<JsonNode>();
        long end = System.nanoTime() + 30_000_000_000L;
        while (records.size() < count && System.nanoTime() < end) {
            var answer = read(consumer, topic);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().forEach(records::add);
        }
        return records;
    }

    private static List<String> text(List<JsonNode> records) {
        return records.stream()
                .map(record -> new String(
                        Base64.getDecoder().decode(record.get("value").asText()), StandardCharsets.UTF_8))
                .toList();
    }

    /** Waits until a group has committed this offset in the topic of its name. */
    private static void await(String group, long offset) throws Exception {
        var partition = new TopicPartition(group, 0);
        long end = System.nanoTime() + 10_000_000_000L;
        long committed = -1;
        while (committed != offset && System.nanoTime() < end) {
            var offsets = kafka.admin()
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            committed = offsets.containsKey(partition) ? offsets.get(partition).offset() : -1;
        }
        assertThat(committed).isEqualTo(offset);
    }
}
