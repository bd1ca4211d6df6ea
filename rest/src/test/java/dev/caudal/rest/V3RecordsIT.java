package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class V3RecordsIT {
    private static V3Proxy v3;

    @BeforeAll
    static void start() {
        v3 = new V3Proxy("caudal.request.max.bytes", "100000");
    }

    @AfterAll
    static void stop() {
        v3.close();
    }

    @Test
    void a_record_is_answered_while_the_request_is_open() throws Exception {
        v3.kafka().createTopic("rivers", 1);
        try (var stream = stream("rivers")) {
            stream.send("{'value':{'type':'STRING','data':'Ebro'}}");

            assertThat(stream.status()).isEqualTo("HTTP/1.1 200 OK");
            var first = stream.next();
            assertThat(first.at("/error_code").asInt()).isEqualTo(200);
            assertThat(first.at("/cluster_id").asText()).isEqualTo(v3.cluster());
            assertThat(first.at("/topic_name").asText()).isEqualTo("rivers");
            assertThat(first.at("/partition_id").asInt()).isZero();
            assertThat(first.at("/offset").asLong()).isZero();
            assertThat(first.at("/timestamp").asText()).startsWith("20").endsWith("Z");
            assertThat(first.has("key")).isFalse();
            assertThat(first.at("/value").toString()).isEqualTo("{\"type\":\"STRING\",\"size\":4}");

            stream.send("{'value':{'type':'STRING',").send("'data':'Tajo'}}{'value'");
            assertThat(stream.next().at("/offset").asLong()).isEqualTo(1);
            stream.send(":null}").end();
            assertThat(stream.next().at("/offset").asLong()).isEqualTo(2);
            assertThat(stream.isAtEnd()).isTrue();
        }
        assertThat(v3.kafka().consume("rivers", true))
                .extracting(record -> record.value() == null ? null : text(record.value()))
                .containsExactly("Ebro", "Tajo", null);
    }

    @Test
    void records_carry_what_they_were_given() {
        v3.kafka().createTopic("full", 3);

        var answer = v3.send(
                "POST",
                "/topics/full/records",
                "{'partition_id':2,'timestamp':'2026-01-31T12:00:00+02:00',"
                        + "'headers':[{'name':'h','value':'AQI='},{'name':'none','value':null}],"
                        + "'key':{'type':'BINARY','data':'AP8='},'value':{'type':'JSON','data':{'a': [1, \"\\u00e9\"]}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.json().at("/key/size").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/timestamp").asText()).isEqualTo("2026-01-31T10:00:00Z");
        var record = only("full");
        assertThat(record.partition()).isEqualTo(2);
        assertThat(record.key()).containsExactly(0, 0xFF);
        assertThat(text(record.value())).isEqualTo("{\"a\": [1, \"\\u00e9\"]}");
        assertThat(record.headers().lastHeader("h").value()).containsExactly(1, 2);
        assertThat(record.headers().lastHeader("none").value()).isNull();
    }

    @Test
    void many_records_keep_their_order_and_their_answers_too() throws Exception {
        v3.kafka().createTopic("many", 1);
        try (var stream = stream("many")) {
            for (int i = 0; i < 100; i++) {
                var piece = new StringBuilder();
                for (int j = 0; j < 300; j++) {
                    piece.append("{'value':{'type':'JSON','data':")
                            .append(300 * i + j)
                            .append("}} \n");
                }
                stream.send(piece.toString());
            }
            stream.end();

            for (long offset = 0; offset < 30_000; offset++) {
                assertThat(stream.next().at("/offset").asLong()).isEqualTo(offset);
            }
            assertThat(stream.isAtEnd()).isTrue();
        }
        var values = v3.kafka().consume("many", true);
        assertThat(values).hasSize(30_000);
        assertThat(text(values.get(29_999).value())).isEqualTo("29999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'value':{'type':'BINARY','data':'no!'}}                  | 400   | Bad Request: data=\"no!\" is not a valid base64 string.",
                "{'value':{'type':'STRING','data':7}}                      | 400   | data must be a string",
                "{'value':{'data':'x'}}                                    | 400   | no type",
                "{'value':{'type':'XML','data':'x'}}                       | 400   | XML",
                "{'value':{'type':'AVRO','data':{}}}                       | 422   | schema registry",
                "{'value':{'schema_id':1,'data':{}}}                       | 422   | schema registry",
                "{'value':7}                                               | 400   | object",
                "{'color':7}                                               | 400   | color",
                "{'headers':{}}                                            | 400   | headers",
                "{'headers':[{'value':null}]}                              | 400   | headers.name",
                "{'timestamp':'yesterday'}                                 | 400   | yesterday",
                "{'partition_id':-1}                                       | 40402 | Partition not found.",
                "{'partition_id':9}                                        | 40402 | Partition not found.",
            })
    void a_record_that_is_wrong_is_answered_and_the_next_one_sent(String record, int code, String message)
            throws IOException {
        if (v3.get("/topics/patient").status() == 404) {
            v3.kafka().createTopic("patient", 1);
        }
        try (var stream = stream("patient")) {
            stream.send(record + "{}").end();

            var wrong = stream.next();
            assertThat(wrong.at("/error_code").asInt()).as(wrong.toString()).isEqualTo(code);
            assertThat(wrong.at("/message").asText()).contains(message);
            assertThat(stream.next().at("/error_code").asInt()).isEqualTo(200);
            assertThat(stream.isAtEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[]", "{'value':{'type':}} {}", "{'value':", "7", "{'value':tru}{}", "{} x {}"})
    void what_is_no_json_ends_the_stream(String body) throws IOException {
        if (v3.get("/topics/broken").status() == 404) {
            v3.kafka().createTopic("broken", 1);
        }
        try (var stream = stream("broken")) {
            stream.send(body).end();

            var answer = stream.next();
            if (answer.at("/error_code").asInt() == 200) {
                answer = stream.next();
            }
            assertThat(answer.at("/error_code").asInt()).isEqualTo(400);
            assertThat(stream.isAtEnd()).isTrue();
        }
    }

    @Test
    void a_record_that_is_too_large_ends_the_stream() throws Exception {
        v3.kafka().createTopic("large", 1);
        try (var stream = stream("large")) {
            stream.send("{}{'value':{'type':'STRING','data':'" + "x".repeat(100_000) + "'}}");

            assertThat(stream.next().at("/error_code").asInt()).isEqualTo(200);
            assertThat(stream.next().at("/error_code").asInt()).isEqualTo(413);
            assertThat(stream.isAtEnd()).isTrue();
        }
        assertThat(v3.kafka().consume("large", true)).hasSize(1);
    }

    @Test
    void records_to_a_topic_that_does_not_exist_are_refused_one_by_one() throws Exception {
        try (var stream = stream("a..%20b")) {
            stream.send("{}{}").end();

            assertThat(stream.next().at("/error_code").asInt()).isEqualTo(40401);
            assertThat(stream.next().at("/error_code").asInt()).isEqualTo(40401);
            assertThat(stream.isAtEnd()).isTrue();
        }
    }

    @Test
    void requests_that_are_no_streams_of_records_are_refused() {
        var http = v3.proxy().http();
        v3.kafka().createTopic("picky", 1);
        var path = v3.path("/topics/picky/records");

        assertThat(v3.send("POST", "/topics/picky/records", "").code()).isEqualTo(42206);
        assertThat(v3.send("POST", "/topics/picky/records", " ").status()).isEqualTo(422);
        assertThat(http.send("POST", path, "{}", "Content-Type", "text/plain").code())
                .isEqualTo(415);
        assertThat(http.send("POST", path, "{}", "Content-Type", "application/json; charset=UTF-16")
                        .code())
                .isEqualTo(400);
        assertThat(http.send("POST", path, "{}", "Accept", "text/html").code()).isEqualTo(406);
        assertThat(http.get(path).code()).isEqualTo(405);
        assertThat(http.send("POST", "/v3/clusters/elsewhere/topics/picky/records", "{}")
                        .code())
                .isEqualTo(404);
    }

    @Test
    void records_that_come_after_the_refusal_is_known_do_not_cost_the_answer() throws Exception {
        try (var client = new RawClient(v3.proxy().port())) {
            client.send(
                    "POST /v3/clusters/elsewhere/topics/t/records HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 2\n\n");
            Thread.sleep(200);
            client.send("{}");
            assertThat(client.answer()).startsWith("HTTP/1.1 404");
            assertThat(client.get("/v3/clusters").answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void latin_letters_are_understood_too() throws Exception {
        v3.kafka().createTopic("latin", 1);
        try (var stream = new V3StreamClient(
                v3.proxy().port(),
                v3.path("/topics/latin/records"),
                "Content-Type",
                "application/json; charset=ISO-8859-1")) {
            // Sent as the two bytes of its UTF-8, which are two letters of ISO-8859-1.
            stream.send("{'value':{'type':'STRING','data':'é'}}").end();

            assertThat(stream.next().at("/value/size").asInt()).isEqualTo(4);
        }
    }

    @Test
    void a_batch_tells_what_is_written_and_what_is_not() {
        v3.kafka().createTopic("batch", 1);

        var answer = v3.send(
                "POST",
                "/topics/batch/records:batch",
                "{'entries':[{'id':'a','value':{'type':'STRING','data':'Ebro'}},"
                        + "{'id':'b','value':{'type':'BINARY','data':'?'}},{'id':'c','partition_id':5},"
                        + "{'id':'d','value':{'type':'JSON','data':{'id':'x'}}}]}");

        assertThat(answer.status()).isEqualTo(207);
        var json = answer.json();
        assertThat(json.at("/successes").findValuesAsText("id")).containsExactly("a", "d");
        assertThat(json.at("/successes/1/offset").asLong()).isEqualTo(1);
        assertThat(json.at("/failures/0/id").asText()).isEqualTo("b");
        assertThat(json.at("/failures/0/error_code").asInt()).isEqualTo(400);
        assertThat(json.at("/failures/1/error_code").asInt()).isEqualTo(40402);
        assertThat(v3.kafka().consume("batch", true)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                       | 422 | 42208",
                "{}                                       | 422 | 42208",
                "{'entries':[]}                           | 422 | 42208",
                "{'entries':[{}]}                         | 422 | 42208",
                "{'entries':[{'id':7}]}                   | 422 | 42208",
                "{'entries':[{'id':'a b'}]}               | 422 | 42208",
                "{'entries':[{'id':'a'},{'id':'a'}]}      | 422 | 42208",
                "{'entries':[{'id':'1'},{'id':'2'},{'id':'3'},{'id':'4'},{'id':'5'},{'id':'6'},{'id':'7'},{'id':'8'},{'id':'9'},{'id':'10'},{'id':'11'}]} | 422 | 42208",
                "{'entries':[{'id':'a'},]}                | 400 | 400",
                "{'records':[]}                           | 400 | 400",
            })
    void what_is_no_batch_is_refused(String body, int status, int code) {
        if (v3.get("/topics/nobatch").status() == 404) {
            v3.kafka().createTopic("nobatch", 1);
        }
        var answer = v3.send("POST", "/topics/nobatch/records:batch", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(v3.kafka().consume("nobatch", true)).isEmpty();
    }

    private static V3StreamClient stream(String topic) throws IOException {
        return new V3StreamClient(v3.proxy().port(), v3.path("/topics/" + topic + "/records"));
    }

    private static ConsumerRecord<byte[], byte[]> only(String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = v3.kafka().consume(topic, true);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
