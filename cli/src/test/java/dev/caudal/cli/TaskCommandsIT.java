package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.world.WorldDatabase;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks from the command line alone. */
@ExtendWith(TaskPlatform.Shared.class)
class TaskCommandsIT {
    private static final int CITIES = 4_079;

    private final TaskPlatform tasks;

    TaskCommandsIT(TaskPlatform tasks) {
        this.tasks = tasks;
    }

    @Test
    void chapter_5_is_done_by_commands_against_mariadb() throws Exception {
        chapter5("mariadb", tasks.mariaDb());
    }

    @Test
    void chapter_5_is_done_by_commands_against_mysql() throws Exception {
        try (TestDatabase mySql = TestMySql.start()) {
            tasks.source("mysql", mySql);
            try (Connection connection = mySql.connection()) {
                WorldDatabase.create(connection);
            }
            chapter5("mysql", mySql);
        }
    }

    private void chapter5(String source, TestDatabase database) throws Exception {
        var task = "city-" + source;
        var topic = source + ".city";
        tasks.ok(
                "task", "create", "--name", task, "--source", source, "--target", "msk", "--profile", "unidirectional");
        tasks.ok(
                "task",
                "edit",
                task,
                "--full-load",
                "--apply-changes",
                "--description",
                "Cities",
                "--set",
                "topic=" + topic);
        tasks.ok("table", "select", "--task", task, "world.city");
        assertThat(tasks.ok("table", "match", "--task", task).out()).isEqualTo("world.city\n");
        assertThat(tasks.ok("task", "validate", task).out()).doesNotContain("failed");
        assertThat(tasks.ok("task", "run", task, "--wait").err()).contains("is applying");
        assertThat(tasks.messages(topic)).hasSize(CITIES);

        tasks.ok("task", "stop", task, "--wait");
        var second = database.value("SELECT UNIX_TIMESTAMP()");
        database.execute("UPDATE world.city SET Population = 1 WHERE ID = 1");
        tasks.ok("task", "resume", task, "--wait");
        Eventually.holds("the change came", () -> tasks.messages(topic).size() == CITIES + 1);

        tasks.ok("task", "stop", task, "--wait");
        var moment = Instant.ofEpochSecond(Long.parseLong(second)).toString();
        tasks.ok("task", "resume", task, "--from", moment, "--wait");
        Eventually.holds("the change came again", () -> tasks.messages(topic).size() == CITIES + 2);
        tasks.ok("task", "reload", task, "--table", "world.city", "--wait");
        assertThat(tasks.loads(topic)).isEqualTo(Map.of("1", CITIES, "2", CITIES));

        tasks.ok("task", "stop", task, "--wait");
        tasks.ok("task", "delete", task);
        assertThat(tasks.run("task", "get", task).code()).isEqualTo(ExitCode.NOT_FOUND);
        tasks.ok(
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
        tasks.ok("task", "run", task, "--wait");
        assertThat(tasks.loads(topic)).isEqualTo(Map.of("1", CITIES, "2", CITIES, "3", CITIES));
        tasks.ok("task", "stop", task, "--wait");
    }

    @Test
    void a_table_that_comes_back_is_loaded_again_and_one_that_goes_is_not_sent() throws Exception {
        tasks.ok("task", "create", "--name", "shop", "--source", "mariadb", "--target", "msk", "--tables", "shop.%");
        assertThat(tasks.ok("table", "match", "--task", "shop").out()).isBlank();
        tasks.mariaDb()
                .execute(
                        "CREATE DATABASE shop",
                        "CREATE TABLE shop.a (id INT PRIMARY KEY)",
                        "CREATE TABLE shop.b (id INT PRIMARY KEY)",
                        "INSERT INTO shop.a VALUES (1)",
                        "INSERT INTO shop.b VALUES (1)");
        // Right after the source was looked at, a run knows the tables that were made since.
        tasks.ok("task", "run", "shop", "--wait");
        assertThat(tasks.messages("shop.a").size() + tasks.messages("shop.b").size())
                .isEqualTo(2);

        tasks.ok("table", "deselect", "--task", "shop", "shop.b");
        assertThat(tasks.ok("task", "diff", "shop").out()).contains("shop.b").contains("is sent");
        assertThat(tasks.run("task", "run", "shop").code()).isEqualTo(ExitCode.CONFLICT);
        tasks.ok("task", "stop", "shop", "--wait");
        tasks.ok("task", "run", "shop", "--wait");
        tasks.mariaDb().execute("INSERT INTO shop.b VALUES (2)", "INSERT INTO shop.a VALUES (2)");
        Eventually.holds("the change of a came", () -> tasks.messages("shop.a").size() == 2);
        assertThat(tasks.messages("shop.b")).hasSize(1);

        tasks.ok("table", "select", "--task", "shop", "shop.b");
        tasks.ok("task", "stop", "shop", "--wait");
        tasks.ok("task", "run", "shop", "--wait");
        assertThat(tasks.loads("shop.b")).isEqualTo(Map.of("1", 1, "2", 2));
        assertThat(tasks.loads("shop.a")).isEqualTo(Map.of("1", 1));
        tasks.ok("task", "stop", "shop", "--wait");
        Eventually.holds("the change is counted", () -> tasks.inserts("shop") == 1);
        tasks.ok("task", "delete", "shop");

        tasks.ok("task", "create", "--name", "shop", "--source", "mariadb", "--target", "msk", "--tables", "shop.%");
        tasks.ok("task", "run", "shop", "--wait");
        assertThat(tasks.loads("shop.a")).isEqualTo(Map.of("1", 1, "2", 2));
        tasks.mariaDb().execute("INSERT INTO shop.a VALUES (3)");
        Eventually.holds("a task of the same name counts its own", () -> tasks.inserts("shop") == 1);
        tasks.ok("task", "stop", "shop", "--wait");
    }

    @Test
    void of_two_who_save_one_task_the_second_gets_the_difference() {
        tasks.ok("task", "create", "--name", "two", "--description", "first");
        JsonNode seen = tasks.api().get("tasks/two");
        tasks.ok("task", "edit", "two", "--description", "second");
        try {
            var unused = tasks.api().put("tasks/two", seen, 1);
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
        tasks.expect(ExitCode.USAGE, "cannot be a name", "task", "create", "--name", "a/b");
        tasks.expect(ExitCode.USAGE, "32", "task", "create", "--name", "a".repeat(33));
        tasks.expect(
                ExitCode.USAGE,
                "neither Full Load nor Apply Changes",
                "task",
                "create",
                "--name",
                "none",
                "--no-full-load",
                "--no-apply-changes");
        tasks.expect(
                ExitCode.USAGE, "does not exist yet", "task", "create", "--name", "b", "--profile", "bidirectional");
        tasks.expect(ExitCode.USAGE, "no setting of that name", "task", "create", "--name", "s", "--set", "topix=a");
        tasks.expect(ExitCode.USAGE, "is a target", "task", "create", "--name", "r", "--source", "msk");
        tasks.expect(ExitCode.NOT_FOUND, "no task 'nope'", "task", "run", "nope");
        tasks.ok("task", "create", "--name", "draft");
        tasks.expect(ExitCode.CONFLICT, "has no source yet", "task", "run", "draft");
        tasks.expect(ExitCode.CONFLICT, "is draft", "task", "resume", "draft");
        tasks.ok("task", "edit", "draft", "--source", "mariadb", "--target", "msk");
        tasks.expect(ExitCode.CONFLICT, "'caudal table select --task draft world.%'", "task", "run", "draft");
        tasks.ok("table", "select", "--task", "draft", "world.gone");
        assertThat(tasks.run("task", "validate", "draft").out())
                .contains("'caudal table deselect --task draft world.gone'");
        tasks.ok("table", "deselect", "--task", "draft", "world.gone");
        tasks.expect(
                ExitCode.NOT_FOUND, "does not select world.gone", "table", "deselect", "--task", "draft", "world.gone");
        tasks.expect(ExitCode.USAGE, "names no tables", "table", "select", "--task", "draft", "city");
        tasks.expect(ExitCode.CONFLICT, "used by", "endpoint", "delete", "msk");
        tasks.ok("task", "delete", "draft");
    }

    @Test
    void a_task_is_moved_by_file() throws IOException {
        tasks.ok("task", "create", "--name", "moved", "--source", "mariadb", "--target", "msk", "--tables", "a.%");
        var file = Files.writeString(
                tasks.root().resolve("moved.json"),
                tasks.ok("task", "export", "moved").out());
        tasks.ok("task", "delete", "moved");
        assertThat(tasks.ok("task", "apply", "-f", file.toString()).out()).contains("created");
        assertThat(tasks.ok("task", "apply", "-f", file.toString(), "--dry-run").out())
                .contains("unchanged")
                .doesNotContain(" changed", "created");
        assertThat(tasks.api().get("tasks/moved").path("tables").toString()).contains("a.%");
    }
}
