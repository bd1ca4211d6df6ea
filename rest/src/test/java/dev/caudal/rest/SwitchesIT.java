package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is switched off, or asked for too fast; none of it needs a broker. */
final class SwitchesIT {
    private static final String AWAY = "127.0.0.1:1";
    private static final String V2 = "application/vnd.kafka.v2+json";

    @Test
    void what_is_blocked_is_not_served() {
        try (var proxy = new TestProxy(
                AWAY, "api.endpoints.blocklist", "api.v3.openapi.get, api.v2.consumers.*, api.v3.topics.create")) {
            var http = proxy.http();

            assertThat(http.get("/v3/openapi.json").code()).isEqualTo(404);
            assertThat(http.get("/v3/openapi%2Ejson").code()).isEqualTo(404);
            assertThat(http.get("/v3//openapi.json;x=y").status()).isIn(400, 404);
            assertThat(http.send("POST", "/consumers/g", "{}", "Content-Type", V2)
                            .code())
                    .isEqualTo(405);
            assertThat(http.send("POST", "/v3/clusters/c/topics/", "{}").code()).isEqualTo(405);
            assertThat(http.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void only_what_is_allowed_is_served() {
        try (var proxy = new TestProxy(
                AWAY,
                "api.endpoints.allowlist",
                "api.v2.consumers.*,api.v3.openapi.*",
                "api.endpoints.blocklist",
                "api.v2.consumers.delete")) {
            var http = proxy.http();

            assertThat(http.send("POST", "/consumers/g", "{\"name\":\"i\"}", "Content-Type", V2)
                            .status())
                    .isEqualTo(200);
            assertThat(http.get("/v3/openapi.json").status()).isEqualTo(200);
            assertThat(http.send("DELETE", "/consumers/g/instances/i", "").code())
                    .isEqualTo(405);
            assertThat(http.get("/topics").code()).isEqualTo(404);
            assertThat(http.get("/").code()).isEqualTo(404);
        }
    }

    @Test
    void who_asks_too_fast_is_told_so() {
        try (var proxy = new TestProxy(AWAY, "rate.limit.enable", "true", "rate.limit.permits.per.sec", "2")) {
            var answers = IntStream.range(0, 200)
                    .mapToObj(i -> proxy.http().get("/"))
                    .map(Http.Answer::code)
                    .toList();

            assertThat(answers.subList(0, 2)).containsOnly(0);
            assertThat(answers).contains(429);
        }
    }

    @Test
    void records_have_limits_of_their_own() {
        var record = "{\"records\":[{\"value\":\"" + "x".repeat(4000) + "\"}]}";
        try (var proxy = new TestProxy(
                AWAY,
                "api.v3.produce.rate.limit.enabled",
                "true",
                "api.v3.produce.rate.limit.max.bytes.per.sec",
                "100",
                "producer.max.block.ms",
                "0")) {
            var http = proxy.http();

            var first = http.send("POST", "/topics/t", record, "Content-Type", V2);
            var second = http.send("POST", "/topics/t/partitions/0", record, "Content-Type", V2);
            var batch = http.send("POST", "/v3/clusters/c/topics/t/records:batch", record);

            assertThat(first.code()).isNotEqualTo(429);
            assertThat(second.code()).isEqualTo(429);
            assertThat(second.body()).contains("More than 100 bytes of records in a second.");
            assertThat(batch.code()).isEqualTo(429);
            assertThat(http.get("/").status()).isEqualTo(200);
        }
    }
}
