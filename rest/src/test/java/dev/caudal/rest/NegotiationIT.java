package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NegotiationIT {
    private static TestKafka kafka;
    private static TestProxy proxy;

    @BeforeAll
    static void start() {
        kafka = TestKafka.start();
        kafka.createTopic("rivers", 2);
        proxy = new TestProxy(kafka);
    }

    @AfterAll
    static void stop() {
        proxy.close();
        kafka.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                                                     | application/vnd.kafka.v2+json",
                "application/vnd.kafka.v2+json                                           | application/vnd.kafka.v2+json",
                "application/vnd.kafka.v1+json                                           | application/vnd.kafka.v1+json",
                "application/json                                                        | application/json",
                "application/vnd.kafka+json                                              | application/vnd.kafka+json",
                "application/vnd.kafka.v1+json; q=0.5, application/vnd.kafka.v2+json     | application/vnd.kafka.v2+json",
                "application/vnd.kafka.v1+json, application/vnd.kafka+json; q=0.9, application/json; q=0.8 | application/vnd.kafka.v1+json",
                "text/html, application/json;q=0.1                                       | application/json",
            })
    void the_answer_has_the_most_wanted_type_that_fits(String accept, String type) {
        var answer = proxy.http().get("/topics/rivers/partitions", "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo(type);
        assertThat(answer.json()).hasSize(2);
    }

    @Test
    void what_cannot_be_answered_is_refused_with_406() {
        var answer = proxy.http().get("/topics", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.body()).isEqualTo("{\"error_code\":406,\"message\":\"HTTP 406 Not Acceptable\"}");
        assertThat(answer.type()).isEqualTo("application/vnd.kafka.v2+json");
    }

    @Test
    void a_body_of_another_kind_is_refused_with_415() {
        var answer =
                proxy.http().send("POST", "/topics/rivers", "x=1", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("{\"error_code\":415,\"message\":\"HTTP 415 Unsupported Media Type\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/topics/rivers/,               200, 0",
        "/topics/r%69vers,              200, 0",
        "/topics/rivers/partitions/1,   200, 0",
        "/topics/rivers/partitions/7,   404, 40402",
        "/topics/rivers/partitions/-1,  404, 40402",
        "/topics/rivers/partitions/all, 404, 404",
        "/topics/nile,                  404, 40401",
    })
    void what_is_sent_is_answered_in_its_version_also_when_refused(String path, int status, int code) {
        var answer = proxy.http()
                .send(
                        "POST",
                        path,
                        "{\"records\":[{\"value\":{\"length\":6650}}]}",
                        "Content-Type",
                        "application/vnd.kafka.json.v1+json");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/vnd.kafka.v1+json");
        assertThat(answer.json().path("error_code").asInt()).isEqualTo(code);
    }

    @Test
    void another_method_is_refused_with_405() {
        var answer = proxy.http().send("DELETE", "/topics/rivers", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("{\"error_code\":405,\"message\":\"HTTP 405 Method Not Allowed\"}");
    }

    @Test
    void a_path_that_nobody_serves_is_404() {
        var answer = proxy.http().get("/elsewhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
    }

    @Test
    void slashes_at_the_end_do_no_harm() {
        assertThat(proxy.http().get("/topics/").json().get(0).asText()).isEqualTo("rivers");
        assertThat(proxy.http().get("/").body()).isEqualTo("{}");
        assertThat(proxy.http().get("/brokers/").body()).isEqualTo("{\"brokers\":[1]}");
    }

    @Test
    void a_topic_is_told_with_its_settings_and_partitions() {
        var topic = proxy.http().get("/topics/rivers").json();

        assertThat(topic.at("/name").asText()).isEqualTo("rivers");
        assertThat(topic.at("/configs/cleanup.policy").asText()).isEqualTo("delete");
        assertThat(topic.at("/partitions/1").toString())
                .isEqualTo(
                        "{\"partition\":1,\"leader\":1,\"replicas\":[{\"broker\":1,\"leader\":true,\"in_sync\":true}]}");
    }

    @Test
    void unknown_topics_and_partitions_have_numbers_of_their_own() {
        assertThat(proxy.http().get("/topics/nile").body())
                .isEqualTo("{\"error_code\":40401,\"message\":\"Topic not found.\"}");
        assertThat(proxy.http().get("/topics/rivers/partitions/7").code()).isEqualTo(40402);
        assertThat(proxy.http().get("/topics/" + "x".repeat(260)).code()).isEqualTo(40401);
        assertThat(proxy.http().get("/topics/rivers/partitions/seven").code()).isEqualTo(404);
    }
}
