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
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.endpoint.EndpointKind;
import dev.caudal.server.endpoint.EndpointSecrets;
import dev.caudal.server.endpoint.Endpoints;
import dev.caudal.server.kafka.KafkaClusters;
import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String ENDPOINTS = "/api/v1/endpoints";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestKafka kafka;
    private static ControlPlane plane;
    private static Definitions definitions;
    private static Access access;
    private static ApiServer server;

    private record Answer(int status, JsonNode body) {}

    @BeforeAll
    static void start() throws Exception {
        kafka = TestKafka.start();
        var first = "127.%d.%d.11"
                .formatted(
                        ThreadLocalRandom.current().nextInt(64, 255),
                        ThreadLocalRandom.current().nextInt(1, 255));
        plane = ControlPlane.start(
                new ClusterSettings(new LocalDirectory(folder), Port.any(), first, ClusterSettings.USUAL_REGION));
        var audit = new AuditLog(new LocalDirectory(folder));
        access = Access.open(new LocalDirectory(folder), audit);
        kafka.createTopic(Definitions.TOPIC, 1, Map.of("cleanup.policy", "compact"));
        definitions = Definitions.open(clients(), List.of(EndpointKind.INSTANCE));
        var endpoints = new Endpoints(definitions, SecretBox.at(key()));
        server = ApiServer.start(
                Port.any().choose("the API"),
                access,
                audit,
                List.of(
                        new ClustersResource(new KafkaClusters(Optional.of(plane), kafka.bootstrapServers())),
                        new EndpointsResource(endpoints),
                        new EndpointTestResource(endpoints)));
    }

    @AfterAll
    static void stop() {
        server.close();
        access.close();
        definitions.close();
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

        becomesATarget(
                made.at("/cluster/clusterArn").asText(),
                made.at("/bootstrap/bootstrapBrokerString").asText());

        assertThat(call("DELETE", CLUSTERS + "/made", "").status()).isEqualTo(202);
        await("/made", answer -> answer.status() == 404);
        assertThat(call("GET", CLUSTERS, "").body().path("total").asInt()).isZero();
    }

    /** By its ARN, from which the server and the workers find its brokers. */
    private static void becomesATarget(String arn, String brokers) throws Exception {
        var endpoint = "{'name':'msk','type':'msk','settings':{'cluster-arn':'%s','security':'%s',"
                + "'aws-endpoint':'http://127.0.0.1:" + plane.port() + "'}}";
        assertThat(call("POST", ENDPOINTS, endpoint.formatted(arn, "none")).status())
                .isEqualTo(201);
        var tested = call("POST", ENDPOINTS + "/msk/test", "").body();
        assertThat(tested.path("passed").asBoolean()).as(tested.toString()).isTrue();
        assertThat(tested.at("/checks/0/detail").asText()).contains(brokers.split(",", -1));

        try (var secrets = new EndpointSecrets()) {
            var settings = new HashMap<>(clients());
            settings.put("key.file", key().toString());
            secrets.configure(settings);
            var told = secrets.get("endpoint/msk", Set.of("bootstrap.servers")).data();
            assertThat(String.valueOf(told.get("bootstrap.servers")).split(",", -1))
                    .containsExactlyInAnyOrder(brokers.split(",", -1));
        }

        var iam = call("POST", ENDPOINTS + "/test", endpoint.formatted(arn, "sasl-iam"))
                .body();
        assertThat(iam.at("/checks/0/status").asText()).isEqualTo("failed");
        assertThat(iam.at("/checks/0/remedy").asText()).contains("It has them for none:");
        var gone = call("POST", ENDPOINTS + "/test", endpoint.formatted(arn.replace("/made/", "/other/"), "none"))
                .body();
        assertThat(gone.at("/checks/0/status").asText()).as(gone.toString()).isEqualTo("failed");
        assertThat(gone.at("/checks/0/detail").asText()).contains("/other/");
    }

    private static Map<String, String> clients() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static Path key() {
        return folder.resolve("secret.key");
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
