package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ConsumersV2IT {
    private static final String V2 = "application/vnd.kafka.v2+json";
    private static final String JSON = "application/vnd.kafka.json.v2+json";

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
    void what_was_sent_as_json_is_read_as_json() {
        kafka.createTopic("json", 1);
        var sent = post(
                "/topics/json",
                "{\"records\":[{\"value\":{\"city\":\"Kabul\",\"n\":1.50}},{\"key\":[1],\"value\":\"\\u00e9\"},{\"value\":null}]}",
                JSON);
        var consumer = join("json", "json");
        assertThat(post(consumer + "/subscription", "{\"topics\":[\"json\"]}", V2)
                        .status())
                .isEqualTo(204);

        var records = readUntil(consumer, "", 3);

        assertThat(sent.body())
                .isEqualTo("{\"key_schema_id\":null,\"value_schema_id\":null,\"offsets\":["
                        + "{\"partition\":0,\"offset\":0,\"error_code\":null,\"error\":null},"
                        + "{\"partition\":0,\"offset\":1,\"error_code\":null,\"error\":null},"
                        + "{\"partition\":0,\"offset\":2,\"error_code\":null,\"error\":null}]}");
        assertThat(records.get(0).get("value").toString()).isEqualTo("{\"city\":\"Kabul\",\"n\":1.5}");
        assertThat(records.get(1).toString())
                .isEqualTo("{\"topic\":\"json\",\"key\":[1],\"value\":\"é\",\"partition\":0,\"offset\":1}");
        assertThat(records.get(2).get("value").isNull()).isTrue();
    }

    @Test
    void headers_and_timestamps_come_when_asked_for() {
        kafka.createTopic("extra", 1);
        kafka.send("extra", "1");
        var consumer = join("extra", "json");
        post(consumer + "/subscription", "{\"topics\":[\"extra\"]}", V2);

        var record = readUntil(consumer, "?include=headers,timestamp", 1).get(0);

        assertThat(record.get("headers").isArray()).isTrue();
        assertThat(record.get("timestamp").asLong()).isGreaterThan(1_700_000_000_000L);
        assertThat(proxy.http().get(consumer + "/records?include=colour").status())
                .isEqualTo(400);
    }

    @Test
    void a_commit_stores_the_next_offset_of_what_was_delivered() {
        kafka.createTopic("commit", 1);
        post("/topics/commit", "{\"records\":[{\"value\":1},{\"value\":2},{\"value\":3}]}", JSON);
        var consumer = create(
                "commit", "{\"format\":\"json\",\"auto.offset.reset\":\"earliest\",\"auto.commit.enable\":\"false\"}");
        post(consumer + "/subscription", "{\"topics\":[\"commit\"]}", V2);
        readUntil(consumer, "?max_bytes=2", 2);

        var empty = post(consumer + "/offsets", "", V2);
        var delivered = committed(consumer, "commit");
        post(consumer + "/offsets", "{\"offsets\":[{\"topic\":\"commit\",\"partition\":0,\"offset\":0}]}", V2);

        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.body()).isEqualTo("[]");
        assertThat(delivered.toString())
                .isEqualTo("{\"offsets\":[{\"topic\":\"commit\",\"partition\":0,\"offset\":2,\"metadata\":\"\"}]}");
        assertThat(committed(consumer, "commit").at("/offsets/0/offset").asInt())
                .isEqualTo(1);
        assertThat(proxy.http()
                        .get(consumer + "/offsets?topic=commit&partition=0")
                        .json()
                        .at("/offsets/0/offset")
                        .asInt())
                .isEqualTo(1);
        assertThat(proxy.http().get(consumer + "/offsets").code()).isEqualTo(40402);
    }

    @Test
    void an_assigned_consumer_reads_from_where_it_is_told() {
        kafka.createTopic("seek", 2);
        post("/topics/seek/partitions/1", "{\"records\":[{\"value\":1},{\"value\":2},{\"value\":3}]}", JSON);
        var consumer = join("seek", "json");
        assertThat(post(
                                consumer + "/positions",
                                "{\"offsets\":[{\"topic\":\"seek\",\"partition\":1,\"offset\":2}]}",
                                V2)
                        .code())
                .isEqualTo(40903);
        post(consumer + "/assignments", "{\"partitions\":[{\"topic\":\"seek\",\"partition\":1}]}", V2);

        assertThat(proxy.http().get(consumer + "/assignments").body())
                .isEqualTo("{\"partitions\":[{\"topic\":\"seek\",\"partition\":1}]}");
        post(consumer + "/positions", "{\"offsets\":[{\"topic\":\"seek\",\"partition\":1,\"offset\":2}]}", V2);
        assertThat(values(readUntil(consumer, "", 1))).containsExactly(3);
        post(consumer + "/positions/beginning", "{\"partitions\":[{\"topic\":\"seek\",\"partition\":1}]}", V2);
        assertThat(values(readUntil(consumer, "", 3))).containsExactly(1, 2, 3);
        post(
                consumer + "/positions",
                "{\"timestamps\":[{\"topic\":\"seek\",\"partition\":1,\"timestamp\":\"2020-01-01T00:00:00Z\"}]}",
                V2);
        assertThat(values(readUntil(consumer, "?max_bytes=1", 1))).containsExactly(1);
        post(consumer + "/positions/end", "{\"partitions\":[{\"topic\":\"seek\",\"partition\":1}]}", V2);
        assertThat(proxy.http()
                        .get(consumer + "/records?timeout=200", "Accept", JSON)
                        .body())
                .isEqualTo("[]");
        assertThat(post(consumer + "/subscription", "{\"topics\":[\"seek\"]}", V2)
                        .code())
                .isEqualTo(40903);
    }

    @Test
    void a_consumer_that_is_assigned_anew_gets_nothing_more_of_the_partitions_before() {
        kafka.createTopic("anew", 2);
        post("/topics/anew/partitions/0", "{\"records\":[{\"value\":1},{\"value\":2},{\"value\":3}]}", JSON);
        post("/topics/anew/partitions/1", "{\"records\":[{\"value\":4}]}", JSON);
        var consumer = join("anew", "json");
        post(consumer + "/assignments", "{\"partitions\":[{\"topic\":\"anew\",\"partition\":0}]}", V2);
        assertThat(values(readUntil(consumer, "?max_bytes=1", 1))).containsExactly(1);

        post(consumer + "/assignments", "{\"partitions\":[{\"topic\":\"anew\",\"partition\":1}]}", V2);

        assertThat(values(readUntil(consumer, "", 1))).containsExactly(4);
    }

    @Test
    void a_pattern_finds_topics() {
        kafka.createTopic("pattern-one", 1);
        kafka.send("pattern-one", "1");
        var consumer = join("pattern", "json");
        post(consumer + "/subscription", "{\"topic_pattern\":\"pattern-.*\"}", V2);

        assertThat(readUntil(consumer, "", 1)).hasSize(1);
        assertThat(proxy.http().get(consumer + "/subscription").body()).isEqualTo("{\"topics\":[\"pattern-one\"]}");
        assertThat(proxy.http().send("DELETE", consumer + "/subscription", "").status())
                .isEqualTo(204);
        assertThat(proxy.http().get(consumer + "/records").code()).isEqualTo(40903);
    }

    @Test
    void a_record_that_is_not_json_is_named_and_can_be_passed() {
        kafka.createTopic("bad", 1);
        kafka.send("bad", "1");
        kafka.send("bad", "{not json");
        kafka.send("bad", "3");
        var consumer = join("bad", "json");
        post(consumer + "/assignments", "{\"partitions\":[{\"topic\":\"bad\",\"partition\":0}]}", V2);

        assertThat(values(readUntil(consumer, "", 1))).containsExactly(1);
        var error = proxy.http().get(consumer + "/records", "Accept", JSON);
        post(consumer + "/positions", "{\"offsets\":[{\"topic\":\"bad\",\"partition\":0,\"offset\":2}]}", V2);

        assertThat(error.status()).isEqualTo(408);
        assertThat(error.code()).isEqualTo(40801);
        assertThat(error.body()).contains("offset 1 of partition 0 of topic bad");
        assertThat(values(readUntil(consumer, "", 1))).containsExactly(3);
    }

    @Test
    void bad_input_writes_nothing() {
        kafka.createTopic("nothing", 1);
        var good = "{\"value\":\"b25l\"}";

        for (var bad : List.of("{\"value\":\"b25\"}", "{\"value\":1}", "{\"colour\":1}", "{\"value\":\"b25l\"", "7")) {
            var answer = post(
                    "/topics/nothing",
                    "{\"records\":[" + good + "," + bad + "]}",
                    "application/vnd.kafka.binary.v2+json");
            assertThat(answer.status()).as(bad).isEqualTo(400);
        }
        assertThat(post("/topics/nothing", "", JSON).status()).isEqualTo(422);
        assertThat(post("/topics/nothing", "{\"records\":[]}", JSON).status()).isEqualTo(422);
        assertThat(post("/topics/nothing", "{\"records\":[{\"value\":1}]}", "application/vnd.kafka.avro.v2+json")
                        .status())
                .isEqualTo(422);
        assertThat(post("/topics/nothing/partitions/1", "{\"records\":[{\"value\":1}]}", JSON)
                        .code())
                .isEqualTo(40402);
        assertThat(post("/topics/" + "x".repeat(250), "{\"records\":[{\"value\":1}]}", JSON)
                        .code())
                .isEqualTo(40002);
        assertThat(proxy.http().get("/topics/nothing/partitions/0/offsets").body())
                .contains("\"beginning_offset\":0")
                .contains("\"end_offset\":0");
    }

    @Test
    void places_without_a_topic_or_a_moment_are_refused() {
        var consumer = join("placeless", "json");

        for (var bad : List.of(
                "{\"offsets\":[null]}",
                "{\"offsets\":[{\"partition\":0,\"offset\":2}]}",
                "{\"timestamps\":[{\"topic\":\"t\",\"partition\":0,\"timestamp\":null}]}")) {
            var answer = post(consumer + "/positions", bad, V2);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        }
        assertThat(post(consumer + "/assignments", "{\"partitions\":[null]}", V2)
                        .status())
                .isEqualTo(422);
        assertThat(post(consumer + "/subscription", "{\"topics\":[null]}", V2).status())
                .isEqualTo(422);
    }

    @Test
    void a_piece_of_a_partition_is_read_without_a_consumer() {
        kafka.createTopic("piece", 1);
        post("/topics/piece", "{\"records\":[{\"value\":1},{\"value\":2},{\"value\":3}]}", JSON);
        var messages = "/topics/piece/partitions/0/messages";

        assertThat(proxy.http().get(messages + "?offset=1&count=5").body())
                .isEqualTo("[{\"topic\":\"piece\",\"key\":null,\"value\":\"Mg==\",\"partition\":0,\"offset\":1},"
                        + "{\"topic\":\"piece\",\"key\":null,\"value\":\"Mw==\",\"partition\":0,\"offset\":2}]");
        assertThat(proxy.http().get(messages + "?offset=0", "Accept", JSON).json())
                .hasSize(1);
        assertThat(proxy.http()
                        .get(messages + "?timestamp=2020-01-01T00:00:00Z&count=2")
                        .json())
                .hasSize(2);
        assertThat(proxy.http()
                        .get(messages + "?timestamp=2100-01-01T00:00:00Z")
                        .body())
                .isEqualTo("[]");
        assertThat(proxy.http().get(messages).status()).isEqualTo(400);
        assertThat(proxy.http()
                        .get("/topics/piece/partitions/9/messages?offset=0")
                        .code())
                .isEqualTo(40402);
    }

    private static Http.Answer post(String path, String body, String type) {
        return proxy.http().send("POST", path, body, "Content-Type", type);
    }

    private static String join(String group, String format) {
        return create(group, "{\"format\":\"" + format + "\",\"auto.offset.reset\":\"earliest\"}");
    }

    private static String create(String group, String body) {
        var answer = post("/consumers/" + group, body, V2);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return URI.create(answer.json().get("base_uri").asText()).getPath();
    }

    private static JsonNode committed(String consumer, String topic) {
        return proxy.http()
                .send(
                        "GET",
                        consumer + "/offsets",
                        "{\"partitions\":[{\"topic\":\"" + topic + "\",\"partition\":0}]}",
                        "Content-Type",
                        V2)
                .json();
    }

    private static List<JsonNode> readUntil(String consumer, String query, int count) {
        var records = new ArrayList<JsonNode>();
        long end = System.nanoTime() + 30_000_000_000L;
        while (records.size() < count && System.nanoTime() < end) {
            var answer = proxy.http().get(consumer + "/records" + query, "Accept", JSON);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().forEach(records::add);
        }
        return records;
    }

    private static List<Integer> values(List<JsonNode> records) {
        return records.stream().map(record -> record.get("value").asInt()).toList();
    }
}
