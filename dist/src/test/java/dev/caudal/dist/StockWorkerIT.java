package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector in Kafka Connect workers that know nothing of Caudal but a folder in their plugin.path. */
class StockWorkerIT {

    private static final String TABLES = Workload.ORDERS + "," + Workload.NOTES;

    private static final int ROWS_EACH = 5000;

    private static TestMariaDb database;

    @BeforeAll
    static void start() throws Exception {
        database = TestMariaDb.start();
        new Workload(database, Seeds.random("stock-worker"), ROWS_EACH).close();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3", "4.3"})
    void it_runs_in_a_worker_of_kafka(String version) throws Exception {
        try (TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start(version, kafka.bootstrapServers(), "stock");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            worker.client().put("task", settings(kafka, "stock").map());
            awaitRows(worker, audit, 2 * ROWS_EACH);
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE ledger.orders SET text = UUID() WHERE id <= 3");
            }
            Eventually.holds("three changes are read", () -> audit.size() >= 3);
            assertThat(audit.faults()).isEmpty();
            assertThat(audit.differences(database, Workload.ORDERS)).isEmpty();
            assertThat(audit.differences(database, Workload.NOTES)).isEmpty();
        }
    }

    @Test
    void positions_are_moved_by_connects_own_api() throws Exception {
        try (TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "offsets");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            worker.client().put("task", settings(kafka, "offsets").map());
            awaitRows(worker, audit, 2 * ROWS_EACH);
            worker.client().stop("task");
            Eventually.holds("the task is stopped", () -> isStopped(worker));
            worker.client()
                    .patchOffsets(
                            "task",
                            new ObjectMapper()
                                    .readTree(
                                            "{\"offsets\": [{\"partition\": {\"table\": \"ledger.orders\"}, \"offset\": {\"load\": 1}}]}"));
            worker.client().resume("task");
            awaitRows(worker, audit, 3 * ROWS_EACH);
            assertThat(audit.loadNumber(Workload.ORDERS)).isEqualTo(2);
            assertThat(audit.loadNumber(Workload.NOTES)).isEqualTo(1);
            assertThat(audit.faults()).isEmpty();

            worker.client().stop("task");
            Eventually.holds("the task is stopped", () -> isStopped(worker));
            assertThatThrownBy(
                            () -> worker.client()
                                    .patchOffsets(
                                            "task",
                                            new ObjectMapper()
                                                    .readTree(
                                                            "{\"offsets\": [{\"partition\": {\"log\": \"binlog\"}, \"offset\": {\"file\": \"x.000001\"}}]}")))
                    .hasMessageContaining("needs 'file' and 'offset'");
            assertThatThrownBy(() -> worker.client().deleteOffsets("task")).hasMessageContaining("cannot be deleted");
        }
    }

    @Test
    void a_worker_without_exactly_once_support_or_of_another_group_is_refused() throws Exception {
        try (TestKafka kafka = TestKafka.start()) {
            try (WorkerProcess worker = WorkerProcess.start(
                    "4.3", kafka.bootstrapServers(), "plain", Map.of("exactly.once.source.support", "disabled"))) {
                assertThatThrownBy(() -> worker.client()
                                .put("task", settings(kafka, "plain").map()))
                        .hasMessageContaining("exactly-once source support");
            }
            try (WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "right")) {
                worker.client().put("task", settings(kafka, "wrong").map());
                assertThat(awaitFailure(worker)).contains("group.id").contains("'wrong'");
            }
        }
    }

    @Test
    void settings_that_delivery_bypasses_are_refused_by_name() throws Exception {
        try (TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "strict")) {
            for (String setting : List.of(
                    "value.converter=org.apache.kafka.connect.json.JsonConverter",
                    "errors.tolerance=all",
                    "topic.creation.default.partitions=1",
                    "transaction.boundary=interval",
                    "tasks.max=2",
                    "producer.override.acks=1",
                    "target.transactional.id=mine")) {
                String[] parts = setting.split("=", 2);
                assertThatThrownBy(() -> worker.client()
                                .put(
                                        "task",
                                        settings(kafka, "strict")
                                                .with(parts[0], parts[1])
                                                .map()))
                        .as(setting)
                        .hasMessageContaining(parts[0]);
            }
            assertThatThrownBy(() -> worker.client()
                            .put(
                                    "task",
                                    settings(kafka, "strict")
                                            .with("tables", "city")
                                            .map()))
                    .hasMessageContaining("<schema>.<table>");
        }
    }

    @Test
    void a_row_that_the_target_does_not_take_is_named_with_its_table_key_and_size() throws Exception {
        try (TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "large");
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE ledger.large (id INT PRIMARY KEY, text LONGTEXT)");
            statement.execute("INSERT INTO ledger.large VALUES (7, REPEAT('x', 2000000))");
            worker.client()
                    .put(
                            "task",
                            new TaskSettings(database, kafka.bootstrapServers(), "large", "ledger.large")
                                    .with("target.compression.type", "none")
                                    .map());
            assertThat(awaitFailure(worker))
                    .contains("ledger.large")
                    .contains("key 7")
                    .contains("max.message.bytes")
                    .containsPattern("2000[0-9]{3} bytes");
        }
    }

    @Test
    void rows_go_to_another_cluster_than_the_workers_with_their_positions() throws Exception {
        try (TestKafka ours = TestKafka.start();
                TestKafka target = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", ours.bootstrapServers(), "across");
                Audit audit = new Audit(target.bootstrapServers())) {
            TaskSettings settings = settings(target, "across");
            worker.client().put("misled", settings.map());
            assertThat(awaitFailure(worker, "misled")).contains("producer.override.bootstrap.servers");
            worker.client().delete("misled");

            for (String client : List.of("producer", "consumer", "admin")) {
                settings.with(client + ".override.bootstrap.servers", target.bootstrapServers());
            }
            worker.client().put("task", settings.map());
            awaitRows(worker, audit, 2 * ROWS_EACH);
            worker.kill();
            worker.restart();
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE ledger.notes SET text = 'changed' WHERE name < 'n000000003'");
            }
            Eventually.holds("two changes are read", () -> audit.size() >= 2);
            assertThat(audit.refreshed()).isEqualTo(2 * ROWS_EACH);
            assertThat(audit.faults()).isEmpty();
            assertThat(target.admin().listTopics().names().get()).contains("caudal-offsets");
            assertThat(ours.admin().listTopics().names().get()).doesNotContain(Workload.NOTES);
        }
    }

    private static TaskSettings settings(TestKafka target, String group) {
        return new TaskSettings(database, target.bootstrapServers(), group, TABLES);
    }

    private static void awaitRows(WorkerProcess worker, Audit audit, long rows) {
        Eventually.holds(rows + " rows are read", Duration.ofSeconds(60), () -> {
            worker.client().status("task").filter(ConnectorStatus::hasFailed).ifPresent(status -> {
                throw new AssertionError(status.reason());
            });
            return audit.refreshed() >= rows;
        });
    }

    private static boolean isStopped(WorkerProcess worker) {
        return worker.client()
                .status("task")
                .filter(status ->
                        status.state().equals("STOPPED") && status.tasks().isEmpty())
                .isPresent();
    }

    private static String awaitFailure(WorkerProcess worker) {
        return awaitFailure(worker, "task");
    }

    private static String awaitFailure(WorkerProcess worker, String task) {
        Eventually.holds(
                "the task has failed",
                () -> worker.client()
                        .status(task)
                        .filter(ConnectorStatus::hasFailed)
                        .isPresent());
        return worker.client().status(task).orElseThrow().reason();
    }
}
