package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Json;
import dev.caudal.testkit.TestKafka;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsResourceIT {
    private static final String ENDPOINTS = "/api/v1/endpoints";
    private static final String ARN = "arn:aws:kafka:us-east-1:123456789012:cluster/shop/abcd-5";
    private static final String CANARY = "Canary-Wp7!";

    @TempDir
    private static Path folder;

    private static TestKafka kafka;
    private static ApiUnderTest api;

    @BeforeAll
    static void start() throws Exception {
        kafka = TestKafka.start();
        kafka.createTopic(Definitions.TOPIC, 1, Map.of("cleanup.policy", "compact"));
        api = new ApiUnderTest(kafka, folder.resolve("secret.key"));
    }

    @AfterAll
    static void stop() {
        api.close();
        kafka.close();
    }

    @AfterEach
    void deleteAll() throws Exception {
        for (var endpoint : api.get(ENDPOINTS).body().path("items")) {
            var deleted = api.send(
                    "DELETE",
                    ENDPOINTS + "/" + endpoint.path("name").asText(),
                    "",
                    "If-Match",
                    "\"" + endpoint.path("version").asText() + "\"");
            assertThat(deleted.status()).isEqualTo(204);
        }
    }

    @Test
    void an_endpoint_is_created_changed_and_deleted_by_its_version() throws Exception {
        var created = api.send("POST", ENDPOINTS, mysql("world-db", "db.example.com"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Location")).endsWith("/api/v1/endpoints/world-db");
        assertThat(api.send("POST", ENDPOINTS, mysql("world-db", "other")).code())
                .isEqualTo("name-taken");

        var read = api.get(ENDPOINTS + "/world-db");
        assertThat(read.body().path("settings"))
                .hasToString("{\"host\":\"db.example.com\",\"port\":3306,\"user\":\"caudal\",\"login\":\"password\","
                        + "\"password\":\"********\",\"tls\":\"preferred\"}");

        var noVersion = api.send("PUT", ENDPOINTS + "/world-db", read.raw().body());
        assertThat(noVersion.status()).isEqualTo(428);
        var changed = read.raw().body().replace("db.example.com", "db2.example.com");
        var first = api.send("PUT", ENDPOINTS + "/world-db", changed, "If-Match", "\"1\"");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("version").asInt()).isEqualTo(2);

        var second = api.send("PUT", ENDPOINTS + "/world-db", read.raw().body(), "If-Match", "\"1\"");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.header("Content-Type")).startsWith("application/problem+json");
        assertThat(second.body().path("difference"))
                .hasToString(
                        "[{\"field\":\"settings.host\",\"yours\":\"db.example.com\",\"theirs\":\"db2.example.com\"}]");
        assertThat(second.body().path("current").path("version").asInt()).isEqualTo(2);

        assertThat(api.send("DELETE", ENDPOINTS + "/world-db", "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.send("DELETE", ENDPOINTS + "/world-db", "", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(204);
        assertThat(api.get(ENDPOINTS + "/world-db").code()).isEqualTo("endpoint-not-found");
    }

    @Test
    void a_wrong_value_is_refused_with_its_field() throws Exception {
        assertField(mysql("a", "x/?user=root"), "settings.host");
        assertField(mysql("a", "169.254.169.254"), "settings.host");
        assertField(mysql("a", "0xA9FEA9FE"), "settings.host");
        assertField(mysql("a", "[fe80::1]"), "settings.host");
        assertField(mysql("a", "metadata.google.internal"), "settings.host");
        assertField(mysql("a:b", "host"), "name");
        assertField(mysql("..", "host"), "name");
        assertField(mysql("a".repeat(33), "host"), "name");
        assertField("{\"name\":\"a\",\"type\":\"oracle\"}", "type");
        assertField("{\"name\":\"a\",\"type\":\"mysql\",\"role\":\"target\"}", "role");
        assertField("{\"name\":\"a\",\"type\":\"mysql\",\"settings\":{\"host\":\"h\"}}", "settings.user");
        assertField(
                "{\"name\":\"a\",\"type\":\"mysql\",\"settings\":{\"host\":\"h\",\"user\":\"u\",\"port\":0}}",
                "settings.port");
        assertField(
                "{\"name\":\"a\",\"type\":\"mysql\",\"settings\":{\"host\":\"h\",\"user\":\"u\",\"tls\":\"maybe\"}}",
                "settings.tls");
        assertField("{\"name\":\"a\",\"type\":\"mysql\",\"settings\":{\"socket\":\"/etc\"}}", "settings.socket");
        assertField("{\"name\":\"a\",\"type\":\"kafka\",\"colour\":\"red\"}", "colour");
        assertField(
                "{\"name\":\"a\",\"type\":\"kafka\",\"settings\":{\"bootstrap-servers\":\"b1:9092,b2\"}}",
                "settings.bootstrap-servers");
        assertField(
                "{\"name\":\"a\",\"type\":\"kafka\",\"settings\":{\"bootstrap-servers\":\"b1:9096\","
                        + "\"security\":\"sasl-scram\",\"user\":\"u\"}}",
                "settings.password");
        assertField(msk("'cluster-arn':'arn:aws:s3:::bucket'"), "settings.cluster-arn");
        assertField(msk("'security':'tls'"), "settings.cluster-arn");
        assertField(
                msk("'cluster-arn':'%s','aws-endpoint':'http://169.254.169.254'".formatted(ARN)),
                "settings.aws-endpoint");
        assertField(
                msk("'cluster-arn':'%s','aws-endpoint':'http://u:p@127.0.0.1/x'".formatted(ARN)),
                "settings.aws-endpoint");
        assertField(msk("'cluster-arn':'%s','role-arn':'writer'".formatted(ARN)), "settings.role-arn");
        assertField(msk("'cluster-arn':'%s','security':'sasl-scram-plaintext'".formatted(ARN)), "settings.security");
        assertField(mysql("a", "host").replace(CANARY, "********"), "settings.password");
        assertThat(api.send("POST", ENDPOINTS, "{\"name\"").code()).isEqualTo("no-json");
        assertThat(api.send("POST", ENDPOINTS, "").status()).isEqualTo(400);
    }

    @Test
    void a_target_with_iam_says_that_the_process_has_no_credentials() throws Exception {
        assumeThat(System.getenv("AWS_ACCESS_KEY_ID")).isNull();
        System.setProperty(
                "aws.sharedCredentialsFile", folder.resolve("no-credentials").toString());
        System.setProperty("aws.disableEc2Metadata", "true");
        var report = api.send(
                        "POST",
                        ENDPOINTS + "/test",
                        "{'name':'a','type':'kafka','settings':{'bootstrap-servers':'127.0.0.1:9098','security':'sasl-iam'}}"
                                .replace('\'', '"'))
                .body();
        assertThat(report.at("/checks/0/id").asText()).isEqualTo("aws-credentials");
        assertThat(report.at("/checks/0/status").asText()).isEqualTo("failed");
        assertThat(report.at("/checks/0/remedy").asText()).contains("AWS_ACCESS_KEY_ID");
        assertThat(report.at("/checks/1/status").asText()).isEqualTo("skipped");
    }

    @Test
    void a_secret_is_nowhere_to_be_read_and_its_mask_keeps_it() throws Exception {
        api.send("POST", ENDPOINTS, mysql("canary", "host"));
        var read = api.get(ENDPOINTS + "/canary").raw().body();
        var same = api.send("PUT", ENDPOINTS + "/canary", read, "If-Match", "\"1\"");
        assertThat(same.body().path("version").asInt())
                .as("nothing has changed")
                .isEqualTo(1);
        api.send(
                "PUT",
                ENDPOINTS + "/canary",
                read.replace("\"host\":\"host\"", "\"host\":\"other\""),
                "If-Match",
                "\"1\"");

        assertThat(api.get(ENDPOINTS).raw().body()).doesNotContain(CANARY).contains("********", "other");
        for (var record : kafka.consume(Definitions.TOPIC, false)) {
            if (record.value() != null) {
                assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(CANARY);
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void pages_of_other_sites_and_names_that_point_here_are_kept_away() throws Exception {
        var foreign = api.send("GET", ENDPOINTS, "", "Origin", "https://evil.example");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.code()).isEqualTo("not-local");
        assertThat(api.send("GET", ENDPOINTS, "", "Origin", "http://localhost:8080")
                        .status())
                .isEqualTo(200);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/about HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("\"code\":\"not-local\"");
        }
    }

    @Test
    void about_types_and_unknown_paths_are_answered_in_json() throws Exception {
        assertThat(api.get("/api/v1/about")
                        .body()
                        .path("parts")
                        .get(0)
                        .path("address")
                        .asText())
                .isEqualTo(kafka.bootstrapServers());
        var types = api.get("/api/v1/endpoint-types").body().path("items");
        assertThat(types).hasSize(3);
        for (var type : types) {
            for (var field : type.path("fields")) {
                assertThat(field.path("label").path("es").asText()).isNotEmpty();
                assertThat(field.path("help").path("en").asText()).isNotEmpty();
            }
        }
        var nothing = api.get("/api/v1/nothing");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.code()).isEqualTo("no-such-path");
        assertThat(api.send("PATCH", ENDPOINTS, "{}").code()).isEqualTo("no-such-method");
    }

    private static void assertField(String body, String field) throws Exception {
        var answer = api.send("POST", ENDPOINTS, body);
        assertThat(answer.status()).as(body + answer.raw().body()).isEqualTo(422);
        assertThat(answer.body().path("field").asText()).as(body).isEqualTo(field);
        assertThat(answer.body().path("remedy").asText()).as(body).isNotEmpty();
    }

    private static String msk(String settings) {
        return "{'name':'a','type':'msk','settings':{%s}}".formatted(settings).replace('\'', '"');
    }

    private static String mysql(String name, String host) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("name", name)
                .put("role", "source")
                .put("type", "mysql")
                .put("description", "");
        body.putObject("settings").put("host", host).put("user", "caudal").put("password", CANARY);
        return body.toString();
    }
}
