package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestAuthority;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stock worker on one cluster whose task delivers into another, which wants TLS and a password. */
class SecuredTargetIT {

    private static final int ROWS_EACH = 500;
    private static final String PASSWORD = "right";

    private static TestMariaDb database;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        database = TestMariaDb.start();
        new Workload(database, Seeds.random("secured-target"), ROWS_EACH).close();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void rows_and_positions_go_there_by_settings_that_pass_through() throws Exception {
        try (TestKafka ours = TestKafka.start();
                SecuredTarget target = SecuredTarget.start(folder, PASSWORD);
                WorkerProcess worker = WorkerProcess.start("4.3", ours.bootstrapServers(), "secured");
                Audit audit = new Audit(target.kafka().bootstrapServers())) {
            worker.client()
                    .put(
                            "task",
                            settings("secured", target, PASSWORD, target.authority())
                                    .map());
            awaitRows(worker, audit);
            worker.kill();
            worker.restart();
            database.execute("UPDATE ledger.notes SET text = 'changed' WHERE name < 'n000000003'");

            Eventually.holds("two changes are read", () -> audit.size() >= 2);
            assertThat(audit.refreshed()).isEqualTo(2 * ROWS_EACH);
            assertThat(audit.faults()).isEmpty();
            assertThat(target.kafka().admin().listTopics().names().get()).contains("caudal-offsets", "told");
            assertThat(ours.admin().listTopics().names().get()).doesNotContain(Workload.NOTES, "caudal-offsets");
            assertThat(target.kafka().consume("told", true)).isNotEmpty();
        }
    }

    @Test
    void what_the_target_would_refuse_is_refused_with_the_setting_to_mend() throws Exception {
        Path strangers = TestAuthority.create(Files.createDirectory(folder.resolve("stranger")))
                .certificate();
        try (TestKafka ours = TestKafka.start();
                SecuredTarget target = SecuredTarget.start(folder, PASSWORD);
                WorkerProcess worker = WorkerProcess.start("4.3", ours.bootstrapServers(), "refused")) {
            assertThatThrownBy(() -> worker.client()
                            .put(
                                    "task",
                                    settings("refused", target, "wrong", target.authority())
                                            .map()))
                    .hasMessageContaining("1 error")
                    .hasMessageContaining("Setting target.sasl.jaas.config: ")
                    .hasMessageContaining("Invalid username or password");
            assertThatThrownBy(() -> worker.client()
                            .put(
                                    "task",
                                    settings("refused", target, PASSWORD, strangers)
                                            .map()))
                    .hasMessageContaining("1 error")
                    .hasMessageContaining("Setting target.ssl.truststore.location: ");
            assertThatThrownBy(() -> worker.client()
                            .put(
                                    "task",
                                    settings("refused", target, PASSWORD, folder.resolve("nothing.pem"))
                                            .map()))
                    .hasMessageContaining("nothing.pem")
                    .hasMessageContaining("target.ssl.*");
            assertThat(worker.client().connectors()).isEmpty();
        }
    }

    @Test
    @Tag(Tags.LONG)
    void a_target_that_does_not_let_a_running_task_in_any_more_fails_it() throws Exception {
        try (TestKafka ours = TestKafka.start();
                SecuredTarget target = SecuredTarget.start(folder, PASSWORD);
                WorkerProcess worker = WorkerProcess.start("4.3", ours.bootstrapServers(), "expelled");
                Audit audit = new Audit(target.kafka().bootstrapServers())) {
            worker.client()
                    .put(
                            "task",
                            settings("expelled", target, PASSWORD, target.authority())
                                    .map());
            awaitRows(worker, audit);
            target.restart("another");
            database.execute("UPDATE ledger.orders SET text = UUID() WHERE id <= 2");

            Eventually.holds(
                    "the task has failed",
                    () -> worker.client()
                            .status("task")
                            .filter(ConnectorStatus::hasFailed)
                            .isPresent());
            assertThat(worker.client().status("task").orElseThrow().reason())
                    .contains("Invalid username or password")
                    .contains("target.sasl.jaas.config");

            target.restart(PASSWORD);
            worker.client().stop("task");
            worker.client().resume("task");
            Eventually.holds("two changes are read", () -> audit.size() >= 2);
            assertThat(audit.faults()).isEmpty();
        }
    }

    private static TaskSettings settings(String group, SecuredTarget target, String password, Path trusted) {
        TaskSettings settings =
                new TaskSettings(database, target.bootstrapServers(), group, Workload.ORDERS + "," + Workload.NOTES);
        return target.with(settings.with("events.topic", "told"), password, trusted);
    }

    private static void awaitRows(WorkerProcess worker, Audit audit) {
        Eventually.holds("all rows are read", Duration.ofSeconds(90), () -> {
            worker.client().status("task").filter(ConnectorStatus::hasFailed).ifPresent(status -> {
                throw new AssertionError(status.reason());
            });
            return audit.refreshed() >= 2 * ROWS_EACH;
        });
    }
}
