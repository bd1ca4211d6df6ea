package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.cluster.ClusterSettings;
import dev.caudal.cluster.ControlPlane;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.definition.Json;
import dev.caudal.server.kafka.KafkaClusters;
import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters, topics and groups by the platform's API, with real brokers. */
class ClustersIT {
    private static final String CLUSTERS = "/api/v1/clusters";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestKafka kafka;
    private static ControlPlane plane;
    private static Access access;
    private static ApiServer server;

    private record Answer(int status, JsonNode body) {}

    @BeforeAll
    static void start() {
        kafka = TestKafka.start();
        var first = "127.%d.%d.11"
                .formatted(
                        ThreadLocalRandom.current().nextInt(64, 255),
                        ThreadLocalRandom.current().nextInt(1, 255));
        plane = ControlPlane.start(
                new ClusterSettings(new LocalDirectory(folder), Port.any(), first, ClusterSettings.USUAL_REGION));
        var audit = new AuditLog(new LocalDirectory(folder));
        access = Access.open(new LocalDirectory(folder), audit);
        server = ApiServer.start(
                Port.any().choose("the API"),
                access,
                audit,
                List.of(new ClustersResource(new KafkaClusters(Optional.of(plane), kafka.bootstrapServers()))));
    }

    @AfterAll
    static void stop() {
        server.close();
        access.close();
        plane.close();
        kafka.close();
    }

    @Test
    void topics_of_the_platforms_own_broker_are_made_shown_and_deleted_but_not_those_it_needs() throws Exception {
        var topics = CLUSTERS + "/local/topics";
        assertThat(call("POST", topics, "{'name':'orders','partitions':2,'replicas':1}")
                        .status())
                .isEqualTo(201);
        var again = call("POST", topics, "{'name':'orders'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("field").asText()).isEqualTo("name");
        assertThat(call("POST", topics, "{'name':'a b'}").body().path("field").asText())
                .isEqualTo("name");
        assertThat(call("POST", topics, "{'name':'many','replicas':9}")
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("replicas");
        kafka.createTopic("caudal-offsets", 1);

        var found = call("GET", topics + "?match=ORD&limit=1", "").body();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0").toString())
                .isEqualTo("{\"name\":\"orders\",\"partitions\":2,\"replicas\":1,\"outOfSync\":0,\"internal\":false}");
        assertThat(call("DELETE", topics + "/caudal-offsets", "").status()).isEqualTo(403);
        assertThat(call("DELETE", topics + "/orders", "").status()).isEqualTo(204);
        assertThat(call("GET", topics + "/orders", "").status()).isEqualTo(404);
    }

    @Test
    void a_group_is_shown_with_the_messages_that_it_has_not_read() throws Exception {
        kafka.createTopic("read", 1);
        kafka.send("read", "one");
        kafka.send("read", "two");
        kafka.send("read", "three");
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "readers"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.commitSync(Map.of(new TopicPartition("read", 0), new OffsetAndMetadata(1)));
        }
        var groups = call("GET", CLUSTERS + "/local/groups", "").body();
        assertThat(groups.at("/items/0/places").toString())
                .isEqualTo("[{\"topic\":\"read\",\"partition\":0,\"position\":1,\"end\":3,\"lag\":2}]");
        assertThat(groups.at("/items/0/lag").asInt()).isEqualTo(2);
        assertThat(groups.at("/items/0/state").asText()).isEqualTo("empty");
        assertThat(call("GET", CLUSTERS + "/local/topics/read", "")
                        .body()
                        .at("/partitions/0/end")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_cluster_is_created_looked_into_and_deleted() throws Exception {
        var uneven = call("POST", CLUSTERS, "{'name':'uneven','zones':2,'brokers':3}");
        assertThat(uneven.status()).isEqualTo(422);
        assertThat(uneven.body().path("field").asText()).isEqualTo("brokers");

        assertThat(call("POST", CLUSTERS, "{'name':'made','zones':2,'brokers':2}")
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("CREATING");
        assertThat(call("POST", CLUSTERS, "{'name':'made','zones':2,'brokers':2}")
                        .status())
                .isEqualTo(409);
        var made = await(
                "/made", answer -> answer.body().at("/cluster/state").asText().equals("ACTIVE"));
        assertThat(made.path("nodes")).hasSize(2);
        assertThat(made.at("/bootstrap/bootstrapBrokerString").asText()).contains(":9092,");
        assertThat(call("POST", CLUSTERS + "/made/topics", "{'name':'t','partitions':1,'replicas':2}")
                        .status())
                .isEqualTo(201);
        assertThat(call("GET", CLUSTERS + "/made/topics?match=t", "")
                        .body()
                        .path("total")
                        .asInt())
                .isPositive();

        assertThat(call("DELETE", CLUSTERS + "/made", "").status()).isEqualTo(202);
        await("/made", answer -> answer.status() == 404);
        assertThat(call("GET", CLUSTERS, "").body().path("total").asInt()).isZero();
    }

    private static JsonNode await(String path, Predicate<Answer> wanted) throws Exception {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        var answer = call("GET", CLUSTERS + path, "");
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).as(answer.toString()).isLessThan(limit);
            Thread.sleep(100);
            answer = call("GET", CLUSTERS + path, "");
        }
        return answer.body();
    }

    private static Answer call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        var json = answer.body().isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(answer.body());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        new OpenApiCheck().check(method, path, answer.statusCode(), type, json);
        return new Answer(answer.statusCode(), json);
    }
}
