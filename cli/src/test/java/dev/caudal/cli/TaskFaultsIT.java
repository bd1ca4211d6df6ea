package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks whose servers go away, and large ones. */
@ExtendWith(TaskPlatform.Shared.class)
class TaskFaultsIT {
    private final TaskPlatform tasks;

    TaskFaultsIT(TaskPlatform tasks) {
        this.tasks = tasks;
    }

    @Test
    void a_thousand_tables_are_one_task() {
        tasks.mariaDb().execute("CREATE DATABASE many");
        tasks.mariaDb()
                .execute(IntStream.range(0, 1_000)
                        .mapToObj(i -> "CREATE TABLE many.t%d (id INT PRIMARY KEY) SELECT %d AS id".formatted(i, i))
                        .toArray(String[]::new));
        tasks.ok("task", "create", "--name", "many", "--source", "mariadb", "--target", "msk", "--set", "topic=many");
        tasks.ok("table", "select", "--task", "many", "many.%");
        assertThat(tasks.ok("table", "match", "--task", "many").err()).contains("1,000 tables");
        tasks.ok("task", "run", "many", "--wait");
        assertThat(tasks.messages("many")).hasSize(1_000);
        tasks.ok("task", "stop", "many", "--wait");
    }

    @Test
    void a_source_that_is_down_at_the_start_is_waited_for_and_never_shown_as_moving() throws Exception {
        try (TestMariaDb away = TestMariaDb.start()) {
            away.execute("CREATE DATABASE d", "CREATE TABLE d.t (id INT PRIMARY KEY)", "INSERT INTO d.t VALUES (1)");
            tasks.source("away", away);
            tasks.ok("task", "create", "--name", "away", "--source", "away", "--target", "msk", "--tables", "d.t");
            away.kill();
            tasks.ok("task", "run", "away");
            Eventually.holds("it recovers", () -> {
                var state = tasks.state("away");
                assertThat(state).isNotIn("loading", "applying", "completed");
                return state.equals("recovering");
            });
            tasks.expect(ExitCode.UNREACHABLE, "does not", "table", "match", "--task", "away");
            away.restart();
            Eventually.holds("it applies", () -> tasks.state("away").equals("applying"));
            tasks.ok("task", "stop", "away", "--wait");
        }
    }

    @Test
    void a_replica_takes_over_from_a_source_that_was_lost_and_the_task_tells_it() throws Exception {
        try (TestMariaDb primary = TestMariaDb.start("--server-id=1", "--log-slave-updates=ON");
                TestMariaDb replica = TestMariaDb.start("--server-id=2", "--log-slave-updates=ON")) {
            replica.execute("RESET MASTER", "SET GLOBAL gtid_slave_pos = ''");
            primary.execute(
                    "RESET MASTER",
                    "CREATE USER repl@'%' IDENTIFIED BY 'secret'",
                    "GRANT REPLICATION SLAVE ON *.* TO repl@'%'",
                    "CREATE DATABASE f",
                    "CREATE TABLE f.t (id INT PRIMARY KEY)",
                    "INSERT INTO f.t VALUES (1)");
            replica.execute(
                    "CHANGE MASTER TO MASTER_HOST = '%s', MASTER_PORT = %d, MASTER_USER = 'repl', MASTER_PASSWORD = 'secret', MASTER_SSL = 0, MASTER_SSL_VERIFY_SERVER_CERT = 0, MASTER_USE_GTID = slave_pos"
                            .formatted(primary.host(), primary.port()),
                    "START SLAVE");
            tasks.source("pair", primary, "--standby", replica.host() + ":" + replica.port());
            tasks.ok("task", "create", "--name", "pair", "--source", "pair", "--target", "msk", "--tables", "f.t");
            tasks.ok("task", "run", "pair", "--wait");
            Eventually.holds("it applies", () -> tasks.state("pair").equals("applying"));

            primary.execute("INSERT INTO f.t VALUES (2)");
            Eventually.holds(
                    "the replica has it",
                    () -> replica.value("SELECT MAX(id) FROM f.t").equals("2"));
            primary.kill();
            replica.execute("STOP SLAVE", "INSERT INTO f.t VALUES (3)");

            Eventually.holds("the changes are counted", () -> tasks.inserts("pair") == 2);
            assertThat(tasks.messages("f.t")).hasSize(3);
            Eventually.holds(
                    "the log names both",
                    () -> tasks.ok("task", "log", "pair")
                            .out()
                            .matches("(?s).*:%d.*:%d.*".formatted(primary.port(), replica.port())));
            assertThat(tasks.state("pair")).isEqualTo("applying");
            tasks.ok("task", "stop", "pair", "--wait");
        }
    }

    @Test
    @Tag(Tags.LONG)
    void a_target_that_is_away_for_two_minutes_is_waited_for_and_never_shown_as_moving() throws Exception {
        try (TestKafka target = TestKafka.start()) {
            tasks.mariaDb()
                    .execute(
                            "CREATE DATABASE far",
                            "CREATE TABLE far.t (id INT PRIMARY KEY)",
                            "INSERT INTO far.t VALUES (1)");
            tasks.ok("endpoint", "create", "kafka", "--name", "far", "--bootstrap-servers", target.bootstrapServers());
            tasks.ok("task", "create", "--name", "far", "--source", "mariadb", "--target", "far", "--tables", "far.t");
            tasks.ok("task", "run", "far", "--wait");
            target.kill();
            tasks.mariaDb().execute("INSERT INTO far.t VALUES (2)");
            Eventually.holds("it recovers", () -> tasks.state("far").equals("recovering"));
            // Longer than a producer keeps a record, and than a broker keeps a transaction.
            long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            int rows = 2;
            while (System.nanoTime() < end) {
                tasks.mariaDb().execute("INSERT INTO far.t VALUES (%d)".formatted(++rows));
                assertThat(tasks.state("far")).isEqualTo("recovering");
                assertThat(tasks.api().get("tasks/far/status").path("well").asBoolean())
                        .isFalse();
                Thread.sleep(1_000);
            }
            target.restart();
            int changes = rows - 1;
            Eventually.holds("the changes are counted", () -> tasks.inserts("far") == changes);
            Eventually.holds("it applies", () -> tasks.state("far").equals("applying"));
            assertThat(TaskPlatform.records(target.bootstrapServers(), "far.t")).hasSize(rows);
            tasks.ok("task", "stop", "far", "--wait");
        }
    }
}
