package dev.caudal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.MariaDbUser;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.kafka.PlatformTopics;
import dev.caudal.server.world.PlatformDatabase;
import dev.caudal.testkit.Eventually;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of a running platform are killed by SIGKILL; nobody but the platform helps. */
class SupervisionIT {
    private static final Path PROGRAMS =
            Path.of(System.getProperty("caudal.cache", System.getProperty("user.home") + "/.cache/caudal"), "servers");
    private static final TopicPartition TOPIC = new TopicPartition("shop.item", 0);

    @TempDir
    private Path root;

    @AfterEach
    void stop() {
        new ChildProcesses(new LocalDirectory(root)).stopAll();
    }

    @Test
    void a_broker_and_a_database_that_are_killed_come_back_and_a_task_goes_on() {
        try (var platform = start()) {
            platform.connect().put("shop", task(platform));
            Eventually.holds("the load", () -> end(platform) > 0);
            String servers = platform.bootstrapServers();
            int databasePort = database(platform).port();

            killAndAwaitNext("kafka");
            assertThat(platform.bootstrapServers()).isEqualTo(servers);
            expectDelivered(platform, 2);

            killAndAwaitNext("mariadb");
            assertThat(database(platform).port()).isEqualTo(databasePort);
            expectDelivered(platform, 3);

            platform.connect().put("second", task(platform));
            Eventually.holds(
                    "a new task", () -> platform.connect().status("second").isPresent());
            assertThat(platform.failure()).isNotDone();
        }
        assertThat(ProcessRecord.all(new LocalDirectory(root))).isEmpty();
    }

    @Test
    void a_platform_that_is_closed_while_its_broker_is_down_leaves_nothing_running() throws InterruptedException {
        for (int pause : List.of(0, 1_500)) {
            long begin;
            try (var platform = start()) {
                kill("kafka");
                Thread.sleep(pause);
                begin = System.nanoTime();
            }
            System.out.println(
                    "closed in " + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            assertThat(ProcessRecord.all(new LocalDirectory(root))).isEmpty();
            assertThat(ProcessHandle.current().descendants().filter(this::isOurs))
                    .isEmpty();
        }
    }

    private Platform start() {
        var user = MariaDbUser.capture("caudal", "secret", "shop");
        var settings = new LocalMariaDb.Settings(Port.any(), user, PROGRAMS, List.of());
        var shop = new PlatformDatabase(settings, SupervisionIT::fill);
        return Platform.start(
                new PlatformSettings(new LocalDirectory(root), Port.any(), Port.any(), Optional.of(shop)),
                (part, took) -> {});
    }

    private static void fill(LocalMariaDb database) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS shop");
            statement.execute("CREATE TABLE IF NOT EXISTS shop.item (id INT PRIMARY KEY)");
            statement.execute("INSERT IGNORE INTO shop.item VALUES (1)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void expectDelivered(Platform platform, int row) {
        Eventually.holds("the database", () -> isInserted(platform, row));
        Eventually.holds("row " + row, () -> end(platform) >= row);
    }

    private static boolean isInserted(Platform platform, int row) {
        try (Connection connection = connect(database(platform));
                var statement = connection.createStatement()) {
            statement.execute("INSERT IGNORE INTO shop.item VALUES (" + row + ")");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void killAndAwaitNext(String name) {
        long killed = kill(name);
        Eventually.holds(
                name + " again",
                () -> record(name)
                        .filter(record -> record.pid() != killed && record.isAlive())
                        .isPresent());
    }

    private long kill(String name) {
        long pid = record(name).orElseThrow().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        return pid;
    }

    private Optional<ProcessRecord> record(String name) {
        return ProcessRecord.read(new LocalDirectory(root), name);
    }

    private boolean isOurs(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains(root.toString());
    }

    private static LocalMariaDb database(Platform platform) {
        return platform.database().orElseThrow();
    }

    private static Connection connect(LocalMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(""), "caudal", "secret");
    }

    private static long end(Platform platform) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", platform.bootstrapServers(),
                "request.timeout.ms", 4_000,
                "default.api.timeout.ms", 5_000);
        try (var admin = Admin.create(settings)) {
            return admin.listOffsets(Map.of(TOPIC, OffsetSpec.latest()))
                    .partitionResult(TOPIC)
                    .get(10, TimeUnit.SECONDS)
                    .offset();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        }
    }

    private static Map<String, String> task(Platform platform) {
        Map<String, String> task = new HashMap<>();
        task.put("connector.class", "dev.caudal.replicate.ReplicationConnector");
        task.put("tasks.max", "1");
        task.put("exactly.once.support", "required");
        task.put("offsets.storage.topic", PlatformTopics.OFFSETS);
        task.put("connect.group.id", platform.connectGroup());
        task.put("source.host", "127.0.0.1");
        task.put("source.port", Integer.toString(database(platform).port()));
        task.put("source.user", "caudal");
        task.put("source.password", "secret");
        task.put("tables", "shop.item");
        task.put("target.bootstrap.servers", platform.bootstrapServers());
        return task;
    }
}
