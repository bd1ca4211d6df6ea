package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.definition.Json;
import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of topics by pages, on a real broker. */
class MessagesIT {
    private static final int CHANGES = 150;
    private static final String UPDATE = """
            {"magic":"atMSG","type":"DT","message":{"data":{"ID":%1$d,"Name":"Lima","Area":12345678901234567890.50},\
            "beforeData":{"ID":%1$d,"Name":"Lim\u00e1","Area":1},"headers":{"operation":"UPDATE",\
            "changeSequence":"20200520194057420000000000000000033","timestamp":"2020-05-20T19:40:57.420",\
            "streamPosition":"a.000001:7:1:9:4294967300:a.000001:5","transactionId":"00000000000000000000000100000004",\
            "changeMask":"06","columnMask":"07","transactionEventCounter":1,"transactionLastEvent":true}}}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestKafka kafka;

    @TempDir
    private static Path folder;

    private static Access access;
    private static ApiServer api;
    private static OpenApiCheck document;

    @BeforeAll
    static void start() throws Exception {
        kafka = TestKafka.start();
        kafka.createTopic("city", 1, Map.of());
        kafka.createTopic("other", 1, Map.of());
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "filler");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (int number = 0; number < CHANGES; number++) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("city", "key " + number, UPDATE.formatted(number)))
                        .get();
                producer.commitTransaction();
            }
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("city", "key x", "never committed"))
                    .get();
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("city", null, "no atMSG")).get();
            producer.commitTransaction();
        }
        document = new OpenApiCheck();
        access = Access.open(new LocalDirectory(folder), new AuditLog(new LocalDirectory(folder)));
        api = ApiServer.start(
                Port.any().choose("the API"),
                access,
                new AuditLog(new LocalDirectory(folder)),
                List.of(new MessagesResource(
                        task -> List.of("city", "later"),
                        task -> Map.of("bootstrap.servers", kafka.bootstrapServers()))));
    }

    @AfterAll
    static void stop() {
        api.close();
        access.close();
        kafka.close();
    }

    @Test
    void pages_go_back_over_ends_of_transactions_to_the_first_message_without_gap_or_double() throws Exception {
        var keys = new ArrayList<String>();
        var older = "-1";
        while (!older.equals("null")) {
            var page = get("topic=city&limit=40&before=" + older, 200);
            page.path("items").forEach(item -> keys.add(item.path("key").asText()));
            older = page.path("older").asText();
        }

        var wanted = new ArrayList<String>();
        wanted.add("null");
        IntStream.iterate(CHANGES - 1, number -> number >= 0, number -> number - 1)
                .forEach(number -> wanted.add("key " + number));
        assertThat(keys).isEqualTo(wanted);
    }

    @Test
    void a_change_is_explained_with_its_numbers_as_they_were_written_and_other_text_is_shown() throws Exception {
        var items = get("topic=city&limit=2", 200).path("items");

        assertThat(items.path(0).path("value").asText()).isEqualTo("no atMSG");
        assertThat(items.path(0).has("message")).isFalse();
        var change = items.path(1).path("message");
        assertThat(change.path("operation").asText()).isEqualTo("UPDATE");
        assertThat(change.path("columns").path(2))
                .hasToString(
                        "{\"name\":\"Area\",\"old\":\"1\",\"new\":\"12345678901234567890.50\",\"changed\":true,\"present\":true}");
        assertThat(change.at("/streamPosition/file").asText()).isEqualTo("a.000001");
    }

    @Test
    void only_topics_of_the_task_are_read_and_what_is_wrong_is_named() throws Exception {
        assertThat(get("topic=other", 422).path("field").asText()).isEqualTo("topic");
        assertThat(get("topic=city&limit=201", 422).path("field").asText()).isEqualTo("limit");
        assertThat(get("topic=later", 404).path("detail").asText()).isEqualTo("There is no topic 'later' yet.");
        assertThat(get("topic=city&partition=1", 404).path("remedy").asText()).isEqualTo("Ask for one of 0 to 0.");
    }

    private static JsonNode get(String query, int status) throws Exception {
        var path = "/api/v1/tasks/" + URLEncoder.encode("a task", StandardCharsets.UTF_8) + "/messages?" + query;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        var body = Json.MAPPER.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        document.check(
                "GET",
                path,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                body);
        return body;
    }
}
