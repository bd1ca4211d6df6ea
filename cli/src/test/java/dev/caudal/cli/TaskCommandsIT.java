package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.AtMessage;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.WorldDatabase;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestMySql;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tasks from the command line alone, on a platform and databases that the tests share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskCommandsIT {
    private static final int CITIES = 4_079;

    private Path root;
    private Platform platform;
    private TestMariaDb mariaDb;
    private ApiClient api;

    private record Result(int code, String out, String err) {}

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        root = temporary;
        platform = Platform.start(
                new PlatformSettings(
                        new LocalDirectory(root.resolve("data")), Port.any(), Port.any(), Optional.empty()),
                (part, took) -> {});
        mariaDb = TestMariaDb.start();
        api = new ApiClient(URI.create("http://127.0.0.1:" + platform.apiPort()));
        ok("endpoint", "create", "kafka", "--name", "msk", "--bootstrap-servers", platform.bootstrapServers());
        source("mariadb", mariaDb);
        try (Connection connection = mariaDb.connection()) {
            WorldDatabase.create(connection);
        }
    }

    @AfterAll
    void stop() {
        mariaDb.close();
        platform.close();
    }

    @Test
    void chapter_5_is_done_by_commands_against_mariadb() throws Exception {
        chapter5("mariadb", mariaDb);
    }

    @Test
    void chapter_5_is_done_by_commands_against_mysql() throws Exception {
        try (TestDatabase mySql = TestMySql.start()) {
            source("mysql", mySql);
            try (Connection connection = mySql.connection()) {
                WorldDatabase.create(connection);
            }
            chapter5("mysql", mySql);
        }
    }

    private void chapter5(String source, TestDatabase database) throws Exception {
        var task = "city-" + source;
        var topic = source + ".city";
        ok("task", "create", "--name", task, "--source", source, "--target", "msk", "--profile", "unidirectional");
        ok(
                "task",
                "edit",
                task,
                "--full-load",
                "--apply-changes",
                "--description",
                "Cities",
                "--set",
                "topic=" + topic);
        ok("table", "select", "--task", task, "world.city");
        assertThat(ok("table", "match", "--task", task).out()).isEqualTo("world.city\n");
        assertThat(ok("task", "validate", task).out()).doesNotContain("failed");
        assertThat(ok("task", "run", task, "--wait").err()).contains("is applying");
        assertThat(messages(topic)).hasSize(CITIES);

        ok("task", "stop", task, "--wait");
        var second = database.value("SELECT UNIX_TIMESTAMP()");
        database.execute("UPDATE world.city SET Population = 1 WHERE ID = 1");
        ok("task", "resume", task, "--wait");
        eventually("the change came", () -> messages(topic).size() == CITIES + 1);

        ok("task", "stop", task, "--wait");
        var moment = Instant.ofEpochSecond(Long.parseLong(second)).toString();
        ok("task", "resume", task, "--from", moment, "--wait");
        eventually("the change came again", () -> messages(topic).size() == CITIES + 2);
        ok("task", "reload", task, "--table", "world.city", "--wait");
        assertThat(loads(topic)).isEqualTo(Map.of("1", CITIES, "2", CITIES));

        ok("task", "stop", task, "--wait");
        ok("task", "delete", task);
        assertThat(run("task", "get", task).code()).isEqualTo(ExitCode.NOT_FOUND);
        ok(
                "task",
                "create",
                "--name",
                task,
                "--source",
                source,
                "--target",
                "msk",
                "--tables",
                "world.city",
                "--set",
                "topic=" + topic);
        ok("task", "run", task, "--wait");
        assertThat(loads(topic)).isEqualTo(Map.of("1", CITIES, "2", CITIES, "3", CITIES));
        ok("task", "stop", task, "--wait");
    }

    @Test
    void a_table_that_comes_back_is_loaded_again_and_one_that_goes_is_not_sent() throws Exception {
        ok("task", "create", "--name", "shop", "--source", "mariadb", "--target", "msk", "--tables", "shop.%");
        assertThat(ok("table", "match", "--task", "shop").out()).isBlank();
        mariaDb.execute(
                "CREATE DATABASE shop",
                "CREATE TABLE shop.a (id INT PRIMARY KEY)",
                "CREATE TABLE shop.b (id INT PRIMARY KEY)",
                "INSERT INTO shop.a VALUES (1)",
                "INSERT INTO shop.b VALUES (1)");
        // Right after the source was looked at, a run knows the tables that were made since.
        ok("task", "run", "shop", "--wait");
        assertThat(messages("shop.a").size() + messages("shop.b").size()).isEqualTo(2);

        ok("table", "deselect", "--task", "shop", "shop.b");
        assertThat(ok("task", "diff", "shop").out()).contains("shop.b").contains("is sent");
        assertThat(run("task", "run", "shop").code()).isEqualTo(ExitCode.CONFLICT);
        ok("task", "stop", "shop", "--wait");
        ok("task", "run", "shop", "--wait");
        mariaDb.execute("INSERT INTO shop.b VALUES (2)", "INSERT INTO shop.a VALUES (2)");
        eventually("the change of a came", () -> messages("shop.a").size() == 2);
        assertThat(messages("shop.b")).hasSize(1);

        ok("table", "select", "--task", "shop", "shop.b");
        ok("task", "stop", "shop", "--wait");
        ok("task", "run", "shop", "--wait");
        assertThat(loads("shop.b")).isEqualTo(Map.of("1", 1, "2", 2));
        assertThat(loads("shop.a")).isEqualTo(Map.of("1", 1));
        ok("task", "stop", "shop", "--wait");
        eventually("the change is counted", () -> inserts("shop") == 1);
        ok("task", "delete", "shop");

        ok("task", "create", "--name", "shop", "--source", "mariadb", "--target", "msk", "--tables", "shop.%");
        ok("task", "run", "shop", "--wait");
        assertThat(loads("shop.a")).isEqualTo(Map.of("1", 1, "2", 2));
        mariaDb.execute("INSERT INTO shop.a VALUES (3)");
        eventually("a task of the same name counts its own", () -> inserts("shop") == 1);
        ok("task", "stop", "shop", "--wait");
    }

    @Test
    void of_a_table_is_sent_what_its_settings_say() throws Exception {
        mariaDb.execute(
                "CREATE DATABASE shaped",
                "CREATE TABLE shaped.city (ID INT PRIMARY KEY, Name TEXT, CountryCode CHAR(3), District TEXT)",
                "INSERT INTO shaped.city VALUES (1, 'Kabul', 'AFG', 'Kabol'), (2, 'Haag', 'NLD', 'Zuid')");
        ok("task", "create", "--name", "shaped", "--source", "mariadb", "--target", "msk", "--tables", "shaped.%");
        ok("table", "set", "--task", "shaped", "shaped.city", "--exclude", "district,population", "--partition", "0");
        assertThat(run("task", "validate", "shaped").out()).contains("population", "It has ID, Name");
        ok("table", "set", "--task", "shaped", "shaped.city", "--exclude", "district", "--rename", "name=nombre");
        ok("table", "set", "--task", "shaped", "shaped.city", "--topic", "cities", "--key", "CountryCode");
        expect(
                ExitCode.USAGE,
                "a column is written $District",
                "table",
                "set",
                "--task",
                "shaped",
                "shaped.city",
                "--where",
                "District = 'Kabol'");
        ok("table", "set", "--task", "shaped", "shaped.city", "--where", "$distrikt LIKE 'k%'");
        assertThat(run("task", "validate", "shaped").out()).contains("names the column distrikt");
        ok("table", "set", "--task", "shaped", "shaped.city", "--where", "$district LIKE 'k%'");
        ok("table", "set", "--task", "shaped", "shaped.city", "--compute", "label=upper($Name)");
        ok("table", "set", "--task", "shaped", "shaped.city", "--compute", "$topic='in.' || $CountryCode");
        assertThat(ok("table", "set", "--task", "shaped", "shaped.city", "--rename", "name=nom", "--dry-run")
                        .out())
                .containsPattern("sent +in.AFG +0 +AFG +\\{\"ID\":1,\"nom\":\"Kabul\"")
                .containsPattern("left-out .*2");
        assertThat(ok("table", "set", "--task", "shaped", "shaped.city", "--where", "json_type($Name) = 1", "--dry-run")
                        .out())
                .containsPattern("failed .*1.*malformed JSON");
        expect(
                ExitCode.USAGE,
                "names the column nada",
                "table",
                "set",
                "--task",
                "shaped",
                "shaped.city",
                "--where",
                "$nada = 1",
                "--dry-run");
        assertThat(ok("task", "validate", "shaped").out()).doesNotContain("failed");
        ok("task", "run", "shaped", "--wait");
        mariaDb.execute("UPDATE shaped.city SET Name = 'Herat', CountryCode = NULL");
        eventually("the change came", () -> records("cities").size() == 1);
        var sent = Stream.of("in.AFG", "cities")
                .flatMap(topic -> records(topic).stream())
                .toList();
        assertThat(sent)
                .extracting(each -> each.key() == null ? "" : new String(each.key(), StandardCharsets.UTF_8))
                .containsExactly("AFG", "");
        assertThat(sent)
                .extracting(each -> AtMessage.parse(each.value()).data().toString())
                .containsExactly(
                        "{\"ID\":1,\"nombre\":\"Kabul\",\"CountryCode\":\"AFG\",\"label\":\"KABUL\"}",
                        "{\"ID\":1,\"nombre\":\"Herat\",\"CountryCode\":null,\"label\":\"HERAT\"}");
        assertThat(api.get("tasks/shaped/topics").toString()).contains("cities");

        ok("table", "set", "--task", "shaped", "shaped.city", "--reset");
        assertThat(api.get("tasks/shaped").path("tableSettings")).isEmpty();
        assertThat(ok("task", "diff", "shaped").out()).contains("table.settings");
        ok("task", "stop", "shaped", "--wait");
    }

    @Test
    void a_row_for_which_a_filter_fails_goes_to_the_exceptions_topic_and_is_told_of() throws Exception {
        mariaDb.execute(
                "CREATE DATABASE failing",
                "CREATE TABLE failing.doc (id INT PRIMARY KEY, body TEXT)",
                "INSERT INTO failing.doc VALUES (1, '{\"n\": 1}'), (2, 'no JSON')");
        ok("task", "create", "--name", "failing", "--source", "mariadb", "--target", "msk", "--tables", "failing.doc");
        ok("table", "set", "--task", "failing", "failing.doc", "--where", "json_extract($body, '$.n') > 0");
        ok("task", "run", "failing", "--wait");
        mariaDb.execute("INSERT INTO failing.doc VALUES (3, '[')", "INSERT INTO failing.doc VALUES (4, '{\"n\": 4}')");
        eventually("both rows are counted", () -> count("failing", "dataErrors") == 2);
        var exceptions = records("failing.exceptions").stream()
                .map(record -> ApiClient.parse(new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
        assertThat(exceptions)
                .extracting(each -> each.path("operation").asText() + " " + each.path("row"))
                .containsExactly("REFRESH {\"id\":\"2\",\"body\":\"no JSON\"}", "INSERT {\"id\":\"3\",\"body\":\"[\"}");
        assertThat(exceptions).allSatisfy(each -> {
            assertThat(each.path("task").asText()).isEqualTo("failing");
            assertThat(each.path("table").asText()).isEqualTo("doc");
            assertThat(each.path("error").asText()).contains("malformed JSON");
            assertThat(each.path("position").asText()).contains(":");
        });
        eventually("the change came", () -> messages("failing.doc").size() == 2);
        assertThat(ok("task", "get", "failing").out()).contains("data errors 2");
        eventually(
                "the log has it",
                () -> ok("task", "log", "failing").out().contains("REFRESH of a row of failing.doc (id 2)"));
        ok("task", "stop", "failing", "--wait");
    }

    @Test
    void of_two_who_save_one_task_the_second_gets_the_difference() {
        ok("task", "create", "--name", "two", "--description", "first");
        JsonNode seen = api.get("tasks/two");
        ok("task", "edit", "two", "--description", "second");
        try {
            var unused = api.put("tasks/two", seen, 1);
            throw new AssertionError("The second was not refused.");
        } catch (ApiRefusal refusal) {
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.CONFLICT);
            assertThat(refusal.problem().path("code").asText()).isEqualTo("version-conflict");
            assertThat(refusal.problem().path("difference").toString())
                    .isEqualTo("[{\"field\":\"description\",\"yours\":\"first\",\"theirs\":\"second\"}]");
        }
    }

    @Test
    void what_cannot_be_is_refused_with_what_to_do() {
        expect(ExitCode.USAGE, "cannot be a name", "task", "create", "--name", "a/b");
        expect(ExitCode.USAGE, "32", "task", "create", "--name", "a".repeat(33));
        expect(
                ExitCode.USAGE,
                "neither Full Load nor Apply Changes",
                "task",
                "create",
                "--name",
                "none",
                "--no-full-load",
                "--no-apply-changes");
        expect(ExitCode.USAGE, "does not exist yet", "task", "create", "--name", "b", "--profile", "bidirectional");
        expect(ExitCode.USAGE, "no setting of that name", "task", "create", "--name", "s", "--set", "topix=a");
        expect(ExitCode.USAGE, "is a target", "task", "create", "--name", "r", "--source", "msk");
        expect(ExitCode.NOT_FOUND, "no task 'nope'", "task", "run", "nope");
        ok("task", "create", "--name", "draft");
        expect(ExitCode.CONFLICT, "has no source yet", "task", "run", "draft");
        expect(ExitCode.CONFLICT, "is draft", "task", "resume", "draft");
        ok("task", "edit", "draft", "--source", "mariadb", "--target", "msk");
        expect(ExitCode.CONFLICT, "selects no table", "task", "run", "draft");
        expect(ExitCode.USAGE, "names no tables", "table", "select", "--task", "draft", "city");
        expect(ExitCode.CONFLICT, "used by", "endpoint", "delete", "msk");
        ok("task", "delete", "draft");
    }

    @Test
    void a_task_is_moved_by_file() throws IOException {
        ok("task", "create", "--name", "moved", "--source", "mariadb", "--target", "msk", "--tables", "a.%");
        var file = Files.writeString(
                root.resolve("moved.json"), ok("task", "export", "moved").out());
        ok("task", "delete", "moved");
        assertThat(ok("task", "apply", "-f", file.toString()).out()).contains("created");
        assertThat(ok("task", "apply", "-f", file.toString(), "--dry-run").out())
                .contains("unchanged")
                .doesNotContain(" changed", "created");
        assertThat(api.get("tasks/moved").path("tables").toString()).contains("a.%");
    }

    @Test
    void a_thousand_tables_are_one_task() {
        mariaDb.execute("CREATE DATABASE many");
        mariaDb.execute(IntStream.range(0, 1_000)
                .mapToObj(i -> "CREATE TABLE many.t%d (id INT PRIMARY KEY) SELECT %d AS id".formatted(i, i))
                .toArray(String[]::new));
        ok("task", "create", "--name", "many", "--source", "mariadb", "--target", "msk", "--set", "topic=many");
        ok("table", "select", "--task", "many", "many.%");
        assertThat(ok("table", "match", "--task", "many").err()).contains("1000 tables");
        ok("task", "run", "many", "--wait");
        assertThat(messages("many")).hasSize(1_000);
        ok("task", "stop", "many", "--wait");
    }

    @Test
    void a_source_that_is_down_at_the_start_is_waited_for_and_never_shown_as_moving() throws Exception {
        try (TestMariaDb away = TestMariaDb.start()) {
            away.execute("CREATE DATABASE d", "CREATE TABLE d.t (id INT PRIMARY KEY)", "INSERT INTO d.t VALUES (1)");
            source("away", away);
            ok("task", "create", "--name", "away", "--source", "away", "--target", "msk", "--tables", "d.t");
            away.kill();
            ok("task", "run", "away");
            eventually("it recovers", () -> {
                var state = state("away");
                assertThat(state).isNotIn("loading", "applying", "completed");
                return state.equals("recovering");
            });
            expect(ExitCode.UNREACHABLE, "does not", "table", "match", "--task", "away");
            away.restart();
            eventually("it applies", () -> state("away").equals("applying"));
            ok("task", "stop", "away", "--wait");
        }
    }

    private String state(String task) {
        return api.get("tasks/" + task).path("state").asText();
    }

    private void source(String name, TestDatabase database) throws IOException {
        var password = Files.writeString(root.resolve(name + ".password"), database.password());
        ok(
                "endpoint",
                "create",
                "mysql",
                "--name",
                name,
                "--host",
                database.host(),
                "--port",
                Integer.toString(database.port()),
                "--user",
                database.user(),
                "--password-file",
                password.toString());
    }

    private void expect(int code, String why, String... arguments) {
        var result = run(arguments);
        assertThat(result.err()).contains(why);
        assertThat(result.code()).as(result.err()).isEqualTo(code);
    }

    private Result ok(String... arguments) {
        var result = run(arguments);
        assertThat(result.code()).as("%s: %s", List.of(arguments), result.err()).isEqualTo(ExitCode.OK);
        return result;
    }

    private Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.add("--server");
        all.add("http://127.0.0.1:" + platform.apiPort());
        int code = Caudal.run(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false, false), all.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    private long inserts(String task) {
        return count(task, "inserts");
    }

    private long count(String task, String kind) {
        return ApiClient.parse(ok("task", "get", task, "-o", "json").out())
                .at("/changes/" + kind)
                .asLong(-1);
    }

    /** The load numbers of a topic's records and how many rows each has; changes have none. */
    private Map<String, Integer> loads(String topic) {
        var loads = new TreeMap<String, Integer>();
        messages(topic).stream().filter(load -> !load.isEmpty()).forEach(load -> loads.merge(load, 1, Integer::sum));
        return loads;
    }

    /** The load number of each committed record of a topic, empty for changes. */
    private List<String> messages(String topic) {
        return records(topic).stream()
                .map(record -> record.headers().lastHeader("caudal.load"))
                .map(load -> load == null ? "" : new String(load.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", platform.bootstrapServers(), "isolation.level", "read_committed");
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(200);
        }
    }
}
