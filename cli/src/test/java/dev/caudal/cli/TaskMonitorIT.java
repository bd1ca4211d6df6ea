package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.kafka.PlatformTopics;
import dev.caudal.server.monitor.MonitorTopics;
import dev.caudal.server.world.WorldDatabase;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestMariaDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real task on a platform, watched by the commands and the API. */
class TaskMonitorIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path root;

    @Test
    void a_task_is_watched_over_stop_resume_and_a_source_that_goes_away() throws Exception {
        try (var database = TestMariaDb.start();
                var platform = Platform.start(
                        new PlatformSettings(new LocalDirectory(root), Port.any(), Port.any(), Optional.empty()),
                        (part, took) -> {})) {
            var api = new ApiClient(URI.create("http://127.0.0.1:" + platform.apiPort()));
            create(database);
            platform.connect().put("city", task(database, platform));
            Eventually.holds("the task follows the log", () -> condition(api).equals("changes"));
            var load = status(api);
            assertThat(load.path("loadedRows").asInt()).isEqualTo(4079);
            assertThat(load.path("tables").path("completed").asInt()).isEqualTo(1);
            assertThat(api.get("tasks/city/tables")
                            .path("items")
                            .get(0)
                            .path("rows")
                            .asInt())
                    .isEqualTo(4079);

            var raised = run(platform, "task", "log", "city", "--set-level", "TARGET_APPLY=debug");
            assertThat(raised.code()).as(raised.err()).isEqualTo(ExitCode.OK);
            change(database);
            Eventually.holds("changes are counted", () -> changes(api).equals(List.of(1, 1, 1, 1)));
            Eventually.holds(
                    "a commit is in the log",
                    () -> run(platform, "task", "log", "city", "--level", "debug", "--text", "committed")
                            .out()
                            .contains("TARGET_APPLY"));

            var watch = CompletableFuture.supplyAsync(() -> run(platform, "task", "watch", "city", "-o", "jsonl"));
            platform.connect().stop("city");
            var watched = watch.get(90, TimeUnit.SECONDS);
            assertThat(watched.code()).as(watched.err()).isEqualTo(ExitCode.OK);
            var lines = watched.out().lines().toList();
            assertThat(JSON.readTree(lines.get(lines.size() - 1))
                            .path("condition")
                            .asText())
                    .isEqualTo("stopped");

            var logger = "dev.caudal.task.city.TARGET_APPLY";
            platform.connect().setLoggerLevel(logger, "WARN");
            platform.connect().resume("city");
            Eventually.holds("the task goes on", () -> condition(api).equals("changes"));
            Eventually.holds(
                    "it has its levels in a worker that does not know them",
                    () -> platform.connect().loggerLevel(logger).equals(Optional.of("DEBUG")));
            change(database);
            Eventually.holds("changes are counted on", () -> changes(api).equals(List.of(2, 2, 2, 2)));

            database.kill();
            Eventually.holds("the task recovers", () -> condition(api).equals("recovering"));
            var until = Instant.now().plusSeconds(6);
            while (Instant.now().isBefore(until)) {
                assertThat(status(api).path("well").asBoolean())
                        .as(status(api).toString())
                        .isFalse();
                Thread.sleep(200);
            }
            database.restart();
            Eventually.holds(
                    "the task is well again", () -> status(api).path("well").asBoolean());
            assertThat(changes(api)).isEqualTo(List.of(2, 2, 2, 2));
            assertThat(run(platform, "task", "log", "city", "--level", "warn").out())
                    .contains("Remedy: See to it that the source runs");
            assertThat(api.get("tasks/city/events").path("items").findValuesAsText("event"))
                    .contains("started", "load-completed", "table-definition", "stopped", "source-lost", "recovered");
        }
    }

    private static Map<String, String> task(TestMariaDb database, Platform platform) {
        var task = new HashMap<>(Map.of(
                "connector.class", "dev.caudal.replicate.ReplicationConnector",
                "exactly.once.support", "required",
                "offsets.storage.topic", PlatformTopics.OFFSETS,
                "connect.group.id", platform.connectGroup(),
                "source.host", database.host(),
                "source.port", Integer.toString(database.port()),
                "source.user", database.user(),
                "source.password", database.password(),
                "tables", "world.city",
                "target.bootstrap.servers", platform.bootstrapServers()));
        task.put("statistics.topic", MonitorTopics.PLATFORM.statistics());
        task.put("events.topic", MonitorTopics.PLATFORM.events());
        task.put("log.topic", MonitorTopics.PLATFORM.log());
        return task;
    }

    private static void create(TestMariaDb database) throws SQLException {
        try (Connection connection = database.connection()) {
            WorldDatabase.create(connection);
        }
    }

    private static void change(TestMariaDb database) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO world.city (ID, Name, CountryCode, District, Population)"
                    + " VALUES (9000, 'Cibinong', 'IDN', 'West Java', 101300)");
            statement.execute("UPDATE world.city SET Population = 101301 WHERE ID = 9000");
            statement.execute("DELETE FROM world.city WHERE ID = 9000");
            statement.execute("ALTER TABLE world.city COMMENT 'changed'");
        }
    }

    private static JsonNode status(ApiClient api) {
        return api.get("tasks/city/status");
    }

    private static String condition(ApiClient api) {
        return status(api).path("condition").asText();
    }

    private static List<Integer> changes(ApiClient api) {
        var changes = status(api).path("changes");
        return List.of(
                changes.path("inserts").asInt(),
                changes.path("updates").asInt(),
                changes.path("deletes").asInt(),
                changes.path("ddl").asInt());
    }

    private record Ran(int code, String out, String err) {}

    private static Ran run(Platform platform, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", "http://127.0.0.1:" + platform.apiPort()));
        int code = Caudal.run(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false, false), all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }
}
