package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.testkit.Effort;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real kills of real processes while random transactions run. Afterwards the ledger of committed transactions and what
 * an ordinary {@code read_committed} consumer got must be the same: nothing lost, nothing twice, everything in order.
 */
@Tag(Tags.FAULTS)
class FaultsIT {

    private static final String TABLES = Workload.ORDERS + "," + Workload.NOTES;
    /** Ten seconds, and what the broker needs to notice and the reader to read. */
    private static final Duration TRANSACTION_TIME_OUT = Duration.ofSeconds(13);

    private static final int ROWS_EACH = Effort.of(150_000, 1_000_000);
    private static final int KILLS_DURING_LOAD = Effort.of(2, 5);
    private static final int KILLS_OF_TEXT_TABLE = Effort.of(1, 2);
    private static final int KILLS_DURING_APPLY = Effort.of(2, 5);

    /** So many that deletions leave rows in each partition: by them a reader sees that a load starts anew. */
    private static final int ROWS_TO_RELOAD = 20_000;

    private final Random random = Seeds.random("faults");
    private TestMariaDb database;

    @BeforeEach
    void startDatabase() {
        database = TestMariaDb.start();
    }

    @AfterEach
    void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void a_platform_killed_during_load_and_apply_loses_and_repeats_nothing(@TempDir Path data) throws Exception {
        try (Workload workload = workload(ROWS_EACH);
                PlatformProcess platform = new PlatformProcess(data);
                Audit audit = new Audit(platform.bootstrapServers())) {
            platform.client()
                    .put("task", settings(platform.bootstrapServers(), "caudal").map());
            long read = 0;
            for (int kill = 0; kill < KILLS_DURING_LOAD; kill++) {
                long enough = read + 1 + random.nextInt(ROWS_EACH / 4);
                awaitRows(platform.client(), audit, enough);
                platform.kill();
                read = audit.refreshed();
                platform.restart();
            }
            for (int kill = 0; kill < KILLS_OF_TEXT_TABLE; kill++) {
                int enough = 1 + random.nextInt(ROWS_EACH / 2);
                Eventually.holds("rows with text keys are read", () -> audit.loadedRows(Workload.NOTES) >= enough);
                platform.kill();
                platform.restart();
            }
            int from = Delivery.loaded(database, workload, platform.client(), audit);
            System.out.println("platform while loading: " + platform.peakMemory() + " MB; rows read "
                    + audit.refreshed() + " under load numbers " + audit.loadNumber(Workload.ORDERS) + " and "
                    + audit.loadNumber(Workload.NOTES));
            assertThat(audit.loadNumber(Workload.ORDERS))
                    .as("a table with a range key is loaded once")
                    .isEqualTo(1);

            for (int kill = 0; kill < KILLS_DURING_APPLY; kill++) {
                int seen = audit.size();
                Eventually.holds("changes flow", () -> audit.size() > seen);
                Thread.sleep(random.nextInt(1500));
                platform.kill();
                platform.restart();
            }
            Delivery.awaitCaughtUp(database, workload, platform.client(), audit);
            Delivery.verify(workload, audit, from);
        }
    }

    @Test
    @Tag(Tags.LONG)
    void an_instance_that_hung_while_another_took_over_delivers_nothing_when_it_wakes() throws Exception {
        try (Workload workload = workload(20_000);
                TestKafka kafka = TestKafka.start();
                WorkerProcess first = WorkerProcess.start("4.3", kafka.bootstrapServers(), "pair");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            first.client()
                    .put("task", settings(kafka.bootstrapServers(), "pair").map());
            int from = Delivery.loaded(database, workload, first.client(), audit);
            try (WorkerProcess second = WorkerProcess.start("4.3", kafka.bootstrapServers(), "pair")) {
                for (int round = 0; round < 2; round++) {
                    WorkerProcess owner = owner(first, second);
                    WorkerProcess heir = owner == first ? second : first;
                    int seen = audit.size();
                    Eventually.holds("changes flow", () -> audit.size() > seen);
                    Thread.sleep(random.nextInt(300));
                    owner.hang();
                    int hung = audit.size();
                    Eventually.holds("the other worker goes on", () -> audit.size() > hung + 50);
                    owner.wake();
                    Thread.sleep(3000);
                    assertThat(heir.client().status("task").orElseThrow().hasFailed())
                            .isFalse();
                }
                Delivery.awaitCaughtUp(database, workload, second.client(), audit);
                Delivery.verify(workload, audit, from);
            }
        }
    }

    @Test
    @Tag(Tags.LONG)
    void an_instance_that_hangs_holds_up_readers_no_longer_than_the_transaction_time_out() throws Exception {
        try (Workload workload = workload(0);
                TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "alone");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            worker.client()
                    .put("task", settings(kafka.bootstrapServers(), "alone").map());
            int from = Delivery.loaded(database, workload, worker.client(), audit);
            for (int round = 0; round < 6; round++) {
                Thread.sleep(random.nextInt(300));
                worker.hang();
                kafka.send(Workload.ORDERS, "not of the task");
                int foreign = round + 1;
                Eventually.holds(
                        "a record behind the open transaction is read",
                        TRANSACTION_TIME_OUT,
                        () -> audit.foreign() == foreign);
                worker.wake();
                int seen = audit.size();
                Eventually.holds("changes flow again", () -> audit.size() > seen);
            }
            Delivery.awaitCaughtUp(database, workload, worker.client(), audit);
            Delivery.verify(workload, audit, from);
        }
    }

    @Test
    @Tag(Tags.LONG)
    void an_instance_that_hung_while_its_position_was_moved_does_not_undo_that() throws Exception {
        try (Workload workload = workload(ROWS_TO_RELOAD);
                TestKafka kafka = TestKafka.start();
                WorkerProcess first = WorkerProcess.start("4.3", kafka.bootstrapServers(), "moved");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            first.client()
                    .put("task", settings(kafka.bootstrapServers(), "moved").map());
            Eventually.holds("changes flow", () -> audit.size() > 100);
            try (WorkerProcess second = WorkerProcess.start("4.3", kafka.bootstrapServers(), "moved")) {
                WorkerProcess owner = owner(first, second);
                WorkerProcess other = owner == first ? second : first;
                owner.hang();
                Eventually.holds("the connector is stopped", () -> {
                    try {
                        other.client().stop("task");
                        return other.client()
                                .status("task")
                                .filter(status -> status.tasks().isEmpty())
                                .isPresent();
                    } catch (RuntimeException e) {
                        return false;
                    }
                });
                var reload = new ObjectMapper()
                        .readTree(
                                "{\"offsets\": [{\"partition\": {\"table\": \"ledger.orders\"}, \"offset\": {\"load\": 7}}]}");
                Eventually.holds("the position is moved", () -> {
                    try {
                        other.client().patchOffsets("task", reload);
                        return true;
                    } catch (RuntimeException e) {
                        return false;
                    }
                });
                owner.wake();
                Thread.sleep(3000);
                assertThat(other.client().offsets("task").toString()).contains("\"load\":7");
                other.client().resume("task");
                await(other, "the table is loaded again", () -> audit.loadNumber(Workload.ORDERS) == 8);
            }
        }
    }

    @Test
    void a_broker_that_is_killed_and_a_database_that_restarts_lose_and_repeat_nothing() throws Exception {
        try (Workload workload = workload(ROWS_EACH);
                TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "servers");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            worker.client()
                    .put("task", settings(kafka.bootstrapServers(), "servers").map());
            awaitRows(worker.client(), audit, 1);
            database.kill();
            database.restart();
            awaitRows(worker.client(), audit, audit.refreshed() + 1);
            kafka.kill();
            kafka.restart();
            int from = Delivery.loaded(database, workload, worker.client(), audit);
            for (int round = 0; round < 2; round++) {
                int seen = audit.size();
                Eventually.holds("changes flow", () -> audit.size() > seen);
                Thread.sleep(random.nextInt(500));
                kafka.kill();
                kafka.restart();
                awaitFlow(worker, audit);
                Thread.sleep(random.nextInt(500));
                database.kill();
                database.restart();
            }
            Delivery.awaitCaughtUp(database, workload, worker.client(), audit);
            Delivery.verify(workload, audit, from);
        }
    }

    @Test
    void a_log_that_was_purged_stops_the_task_and_a_reload_of_all_tables_lets_it_go_on() throws Exception {
        try (Workload workload = workload(ROWS_TO_RELOAD);
                TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("4.3", kafka.bootstrapServers(), "purged");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            worker.client()
                    .put("task", settings(kafka.bootstrapServers(), "purged").map());
            Eventually.holds("changes flow", () -> audit.size() > 10);
            stop(worker.client());
            purgeLog();
            worker.client().resume("task");
            await(
                    worker,
                    "the task has failed",
                    () -> worker.client()
                            .status("task")
                            .filter(ConnectorStatus::hasFailed)
                            .isPresent());
            assertThat(worker.client().status("task").orElseThrow().reason())
                    .contains("no longer on")
                    .contains("reload all its tables")
                    .contains("binlog_expire_logs_seconds");

            stop(worker.client());
            worker.client().patchOffsets("task", new ObjectMapper().readTree("""
                    {"offsets": [{"partition": {"table": "ledger.orders"}, "offset": {"load": 1}},
                                 {"partition": {"table": "ledger.notes"}, "offset": {"load": 1}}]}"""));
            worker.client().resume("task");
            await(
                    worker,
                    "all tables are loaded again",
                    () -> audit.loadNumber(Workload.ORDERS) == 2 && audit.loadNumber(Workload.NOTES) == 2);
            Delivery.awaitCaughtUp(database, workload, worker.client(), audit);
            assertThat(audit.faults()).isEmpty();
        }
    }

    /** Leaves only the newest log file. The server keeps one that it sends, until it sees that its reader has gone. */
    private void purgeLog() throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL slave_connections_needed_for_purge = 0");
            statement.execute("FLUSH BINARY LOGS");
            Eventually.holds("the old log is gone", () -> {
                statement.execute("PURGE BINARY LOGS BEFORE NOW() + INTERVAL 1 DAY");
                try (ResultSet files = statement.executeQuery("SHOW BINARY LOGS")) {
                    files.next();
                    return files.isLast();
                }
            });
        }
    }

    private static void stop(ConnectClient client) {
        client.stop("task");
        Eventually.holds(
                "the task is stopped",
                () -> client.status("task")
                        .filter(status -> status.tasks().isEmpty())
                        .isPresent());
    }

    private Workload workload(int rows) throws SQLException {
        return new Workload(database, random, rows).start();
    }

    private TaskSettings settings(String bootstrapServers, String group) {
        return new TaskSettings(database, bootstrapServers, group, TABLES);
    }

    private static WorkerProcess owner(WorkerProcess one, WorkerProcess other) {
        Eventually.holds("the task runs somewhere", () -> one.runs("task") || other.runs("task"));
        return one.runs("task") ? one : other;
    }

    /** Waits until more changes are read than now. */
    private static void awaitFlow(WorkerProcess worker, Audit audit) {
        int seen = audit.size();
        await(worker, "changes flow", () -> audit.size() > seen);
    }

    /** As {@link Eventually#holds}; says how the worker is if it does not hold. */
    private static void await(WorkerProcess worker, String what, Eventually.Condition condition) {
        try {
            Eventually.holds(what, condition);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + worker.diagnosis("task"), e);
        }
    }

    private static void awaitRows(ConnectClient client, Audit audit, long rows) {
        Eventually.holds(rows + " rows are read", () -> {
            Delivery.requireNotFailed(client);
            return audit.refreshed() >= rows;
        });
    }
}
