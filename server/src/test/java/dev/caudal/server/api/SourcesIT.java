package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.KafkaListener;
import dev.caudal.local.Port;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Json;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of endpoints, what sources have, and files of definitions, with real servers. */
class SourcesIT {
    private static final String ENDPOINTS = "/api/v1/endpoints";
    private static final int TABLES = 300;
    private static final int SASL = Port.any().choose("a listener");

    @TempDir
    private static Path folder;

    private static TestKafka kafka;
    private static TestMariaDb database;
    private static ApiUnderTest api;

    @BeforeAll
    static void start() throws Exception {
        kafka = TestKafka.start(new KafkaListener(
                "SASL",
                "SASL_PLAINTEXT",
                SASL,
                Map.of(
                        "sasl.enabled.mechanisms",
                        "SCRAM-SHA-512",
                        "scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;")));
        kafka.createTopic(Definitions.TOPIC, 1, Map.of("cleanup.policy", "compact"));
        kafka.admin()
                .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        "writer", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "quo\"te\\d")))
                .all()
                .get();
        database = TestMariaDb.start();
        api = new ApiUnderTest(kafka, folder.resolve("secret.key"));
        database.execute(
                "CREATE DATABASE shop",
                "CREATE TABLE shop.orders (id INT PRIMARY KEY, note VARCHAR(20) NULL) ENGINE=InnoDB",
                "CREATE TABLE shop.loose (DB_ROW_HASH_1 INT) ENGINE=MyISAM",
                "CREATE USER poor IDENTIFIED BY 'poor'",
                "GRANT SELECT ON shop.* TO poor");
    }

    @AfterAll
    static void stop() {
        api.close();
        database.close();
        kafka.close();
    }

    @Test
    void a_source_that_has_all_passes_and_one_that_lacks_something_says_what_to_do() throws Exception {
        create("good", database.user(), database.password(), database.port());
        var good = api.send("POST", ENDPOINTS + "/good/test", "").body();
        assertThat(status(good))
                .isEqualTo("true reachable=passed tls=warning login=passed version=passed"
                        + " log-settings=passed grants=passed");

        var poor = test(mysql("poor", "poor", "poor", database.port()));
        assertThat(poor.path("passed").asBoolean()).isFalse();
        assertThat(remedies(poor, "grants"))
                .anySatisfy(remedy -> assertThat(remedy).contains("GRANT REPLICATION SLAVE ON *.* TO"));

        assertThat(status(test(mysql("x", "poor", "wrong", database.port()))))
                .isEqualTo("false reachable=passed tls=skipped login=failed version=skipped"
                        + " log-settings=skipped grants=skipped");
        assertThat(status(test(mysql("x", "poor", "poor", Port.any().choose("nothing")))))
                .startsWith("false reachable=failed tls=skipped");
        var secured = mysql("x", database.user(), database.password(), database.port())
                .replace("\"host\"", "\"tls\":\"verify-identity\",\"host\"");
        assertThat(status(test(secured))).contains("tls=failed login=skipped");
        var plainToken = mysql("x", database.user(), "", database.port())
                .replace("\"host\"", "\"tls\":\"disabled\",\"login\":\"rds-iam\",\"host\"");
        assertThat(status(test(plainToken))).contains("tls=failed login=skipped");
        delete("good");
    }

    @Test
    void a_test_of_what_was_not_saved_uses_the_saved_secret_for_the_mask() throws Exception {
        create("masked", database.user(), database.password(), database.port());
        assertThat(test(mysql("masked", database.user(), "********", database.port()))
                        .path("passed")
                        .asBoolean())
                .isTrue();
        delete("masked");
    }

    @Test
    void a_target_is_tested_with_what_it_asks_for() throws Exception {
        assertThat(status(test(target(kafka.bootstrapServers(), "none", ""))))
                .isEqualTo("true reachable=passed brokers=passed topic-creation=passed");
        assertThat(status(test(target("127.0.0.1:" + SASL, "sasl-scram-plaintext", "quo\"te\\d"))))
                .isEqualTo("true reachable=passed login=passed brokers=passed topic-creation=passed");
        assertThat(status(test(target("127.0.0.1:" + SASL, "sasl-scram-plaintext", "wrong"))))
                .isEqualTo("false reachable=passed login=failed brokers=skipped topic-creation=skipped");
    }

    @Test
    void schemas_tables_and_columns_are_listed_by_parts() throws Exception {
        database.execute("CREATE DATABASE many");
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            for (var number : IntStream.range(0, TABLES).toArray()) {
                statement.execute("CREATE TABLE many.t%05d (id INT PRIMARY KEY) ENGINE=MEMORY".formatted(number));
            }
        }
        create("source", database.user(), database.password(), database.port());
        assertThat(api.get(ENDPOINTS + "/source/schemas").body().path("items")).hasToString("[\"many\",\"shop\"]");
        long start = System.nanoTime();
        var page = api.get(ENDPOINTS + "/source/tables?schema=many&offset=290&limit=100")
                .body();
        System.out.printf("A page of %d tables: %d ms%n", TABLES, (System.nanoTime() - start) / 1_000_000);
        assertThat(page.path("total").asInt()).isEqualTo(TABLES);
        assertThat(page.path("items")).hasSize(10);
        assertThat(api.get(ENDPOINTS + "/source/tables?match=T0000%25")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(10);
        assertThat(api.get(ENDPOINTS + "/source/tables?match=der").body().path("items"))
                .hasToString("[{\"schema\":\"shop\",\"name\":\"orders\"}]");
        assertThat(api.get(ENDPOINTS + "/source/tables?limit=0").code()).isEqualTo("invalid-field");

        var orders = api.get(ENDPOINTS + "/source/tables/shop.orders").body();
        assertThat(orders.path("columns"))
                .hasToString("[{\"name\":\"id\",\"type\":\"int(11)\",\"nullable\":false},"
                        + "{\"name\":\"note\",\"type\":\"varchar(20)\",\"nullable\":true}]");
        assertThat(orders.path("key")).hasToString("[\"id\"]");
        assertThat(orders.path("warnings")).isEmpty();
        assertThat(api.get(ENDPOINTS + "/source/tables/shop.loose").body().path("warnings"))
                .hasSize(3);
        assertThat(api.get(ENDPOINTS + "/source/tables/shop.none").status()).isEqualTo(502);
        delete("source");
    }

    @Test
    void a_file_of_definitions_comes_out_and_goes_in_whole_or_not_at_all() throws Exception {
        create("first", "u", "secret", 3306);
        var yaml = api.send("GET", "/api/v1/export", "", "Accept", "application/yaml")
                .raw()
                .body();
        assertThat(yaml).contains("endpoints:", "name: first", "********").doesNotContain("version:");

        assertThat(apply(yaml, "").path("items"))
                .hasToString("[{\"kind\":\"endpoint\",\"name\":\"first\",\"action\":\"unchanged\",\"version\":1}]");
        var more = yaml.replace("host: 127.0.0.1", "host: db.example.com")
                + "- name: second\n  type: kafka\n  settings: {bootstrap-servers: 'b-1:9092'}\n";
        assertThat(apply(more, "?dryRun=true").findValuesAsText("action")).containsExactly("changed", "created");
        assertThat(api.get(ENDPOINTS).body().path("total").asInt()).isEqualTo(1);

        var bad = apply(more + "- name: third\n  type: kafka\n", "");
        assertThat(bad.path("field").asText()).isEqualTo("endpoints[2].settings.bootstrap-servers");
        assertThat(api.get(ENDPOINTS).body().path("total").asInt()).isEqualTo(1);

        assertThat(apply(more, "").findValuesAsText("action")).containsExactly("changed", "created");
        assertThat(api.get(ENDPOINTS + "/first").body().at("/settings/host").asText())
                .isEqualTo("db.example.com");
        assertThat(api.get("/api/v1/definitions.schema.json")
                        .body()
                        .at("/properties/endpoints/type")
                        .asText())
                .isEqualTo("array");
        assertThat(apply("- 1", "").path("code").asText()).isEqualTo("no-definitions");
        delete("first");
        delete("second");
    }

    private static JsonNode apply(String yaml, String query) throws Exception {
        return api.send("POST", "/api/v1/apply" + query, yaml, "Content-Type", "application/yaml")
                .body();
    }

    private static JsonNode test(String body) throws Exception {
        return api.send("POST", ENDPOINTS + "/test", body).body();
    }

    private static String status(JsonNode report) {
        var text = new StringBuilder(report.path("passed").asText());
        report.path("checks")
                .forEach(check -> text.append(' ')
                        .append(check.path("id").asText())
                        .append('=')
                        .append(check.path("status").asText()));
        return text.toString();
    }

    private static List<String> remedies(JsonNode report, String id) {
        return StreamSupport.stream(report.path("checks").spliterator(), false)
                .filter(check -> check.path("id").asText().equals(id))
                .map(check -> check.path("remedy").asText())
                .toList();
    }

    private static void create(String name, String user, String password, int port) throws Exception {
        assertThat(api.send("POST", ENDPOINTS, mysql(name, user, password, port))
                        .status())
                .isEqualTo(201);
    }

    private static void delete(String name) throws Exception {
        var version = api.get(ENDPOINTS + "/" + name).header("ETag");
        assertThat(api.send("DELETE", ENDPOINTS + "/" + name, "", "If-Match", version)
                        .status())
                .isEqualTo(204);
    }

    private static String mysql(String name, String user, String password, int port) {
        var body = Json.MAPPER.createObjectNode().put("name", name).put("type", "mysql");
        body.putObject("settings")
                .put("host", "127.0.0.1")
                .put("port", port)
                .put("user", user)
                .put("password", password);
        return body.toString();
    }

    private static String target(String servers, String security, String password) {
        var body = Json.MAPPER.createObjectNode().put("name", "target").put("type", "kafka");
        var settings =
                body.putObject("settings").put("bootstrap-servers", servers).put("security", security);
        if (!password.isEmpty()) {
            settings.put("user", "writer").put("password", password);
        }
        return body.toString();
    }
}
