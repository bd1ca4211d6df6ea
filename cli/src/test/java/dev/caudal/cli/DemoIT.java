package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.world.WorldDatabase;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    private static final int CITIES = 4_079;
    private static final List<String> CHANGES =
            List.of("INSERT", "UPDATE", "DELETE", "INSERT", "INSERT", "UPDATE", "DELETE", "DELETE");

    @TempDir
    private Path root;

    @AfterEach
    void stop() {
        new ChildProcesses(new LocalDirectory(root.resolve("demo"))).stopAll();
    }

    @Test
    void it_prints_every_city_and_every_change_once_and_leaves_no_process() throws Exception {
        try (var demo = demo("--exit", "--json", "--database-port", port())) {
            assertThat(demo.finish("")).as(demo.err()).isEqualTo(ExitCode.OK);

            assertLoadAndChanges(demo);
            assertThat(demo.err())
                    .contains("Full Load: 4,079 of 4,079 rows")
                    .contains("'Cibinong', 'IDN', 'West Java', 101300");
            assertNothingRuns();
            assertThat(root.resolve("demo/logs/server.log")).content().contains("Kafka Connect started");
        }
    }

    @Test
    void it_starts_clean_after_one_that_was_killed_and_ends_with_code_0_on_an_interrupt() throws Exception {
        try (var first = demo("--database-port", port())) {
            first.awaitNote("Full Load:");
            first.kill();
        }
        try (var second = demo("--database-port", port())) {
            second.awaitNote("All runs on until Ctrl-C");
            assertThat(second.out()).contains("\"Cibinong\"").doesNotContain("\033");

            second.interrupt();

            assertThat(second.finish("")).isEqualTo(ExitCode.OK);
            assertNothingRuns();
        }
    }

    @Test
    void it_captures_a_mariadb_of_the_user() throws Exception {
        try (var database = TestMariaDb.start()) {
            captures(database);
        }
    }

    @Test
    void it_captures_a_mysql_of_the_user() throws Exception {
        try (var database = TestMySql.start()) {
            captures(database);
        }
    }

    private void captures(TestDatabase database) throws Exception {
        try (var connection = database.connection()) {
            WorldDatabase.create(connection);
        }
        var password = Files.writeString(root.resolve("password"), database.password());
        var source = "mysql://%s@127.0.0.1:%d/world".formatted(database.user(), database.port());

        try (var demo = demo("--exit", "--json", "--source", source, "--password-file", password.toString())) {
            assertThat(demo.finish("")).as(demo.err()).isEqualTo(ExitCode.OK);
            assertLoadAndChanges(demo);
        }
        assertThat(database.value("SELECT COUNT(*) FROM world.city")).isEqualTo("4079");
    }

    private static void assertLoadAndChanges(CommandProcess demo) throws IOException {
        var json = new ObjectMapper();
        var operations = new ArrayList<String>();
        for (var line : demo.out().lines().toList()) {
            operations.add(json.readTree(line).at("/message/headers/operation").asText());
        }
        assertThat(operations.subList(0, CITIES)).containsOnly("REFRESH");
        assertThat(operations.subList(CITIES, operations.size())).isEqualTo(CHANGES);
    }

    private void assertNothingRuns() {
        assertThat(ProcessRecord.all(new LocalDirectory(root.resolve("demo")))).isEmpty();
    }

    private CommandProcess demo(String... options) throws IOException {
        var all = new ArrayList<>(List.of(
                "demo",
                "--data",
                root.toString(),
                "--kafka-port",
                port(),
                "--connect-port",
                port(),
                "--api-port",
                port(),
                "--rest-port",
                port()));
        all.addAll(List.of(options));
        return CommandProcess.start(root, all.toArray(String[]::new));
    }

    private static String port() {
        return Integer.toString(Port.any().choose("a test"));
    }
}
