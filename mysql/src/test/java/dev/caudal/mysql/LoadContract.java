package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The full load while the table changes. */
abstract class LoadContract {

    abstract TestDatabase server();

    @BeforeEach
    void createTables() {
        Servers.create(server(), "l");
    }

    private void fill(String table, String key, int rows) {
        server().execute(
                        "CREATE TABLE l." + table + " (id " + key + " PRIMARY KEY, v INT)",
                        "INSERT INTO l." + table
                                + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
                                + " SELECT a.i * 1000 + b.i, b.i FROM n a JOIN n b ON a.i * 400 + b.i <= "
                                + (rows + 400));
    }

    /** What a reader makes of the messages. */
    private static final class Replica {

        final Map<String, String> rows = new TreeMap<>();
        final Set<String> refreshed = new HashSet<>();
        final Set<Integer> loads = new HashSet<>();

        void take(Message message) {
            var parsed = Capture.parse(message);
            String key = new String(Objects.requireNonNull(message.rowKey()), StandardCharsets.UTF_8);
            switch (message.operation()) {
                case REFRESH -> {
                    assertThat(refreshed.add(message.load() + "/" + key))
                            .as("first REFRESH of " + key)
                            .isTrue();
                    loads.add(message.load());
                    rows.put(key, parsed.data().get("v").asText());
                }
                case INSERT -> {
                    assertThat(rows.put(key, parsed.data().get("v").asText()))
                            .as("row before INSERT of " + key)
                            .isNull();
                }
                case UPDATE -> {
                    String before = Objects.requireNonNull(parsed.beforeData())
                            .get("id")
                            .asText();
                    assertThat(rows.remove(before))
                            .as("row before UPDATE of " + before)
                            .isNotNull();
                    rows.put(key, parsed.data().get("v").asText());
                }
                case DELETE ->
                    assertThat(rows.remove(key))
                            .as("row before DELETE of " + key)
                            .isNotNull();
            }
        }
    }

    private Map<String, String> table(String table) {
        Map<String, String> rows = new TreeMap<>();
        try (var connection = server().connection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT id, v FROM " + table)) {
            while (result.next()) {
                rows.put(result.getString(1), result.getString(2));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private void loadWhileItChanges(String key, boolean restarts) throws Exception {
        Random random = Seeds.random("load of " + key + " while it changes");
        fill("t", key, 60_000);
        AtomicBoolean stop = new AtomicBoolean();
        long seed = random.nextLong();
        Thread writer = new Thread(() -> write(new Random(seed), stop));
        Replica replica = new Replica();
        SourceSettings settings =
                SourceSettings.of(server(), "l.t").epoch(Duration.ofMillis(5)).connections(3);
        try (Capture capture = Capture.start(settings)) {
            writer.start();
            TableId table = new TableId("l", "t");
            int restartsLeft = restarts ? 6 : 0;
            Set<BinlogCoordinate> epochs = new HashSet<>();
            for (int batches = 0; !capture.state().load(table).complete(); batches++) {
                capture.batch(Duration.ofMillis(500));
                capture.take(capture.waiting()).forEach(replica::take);
                capture.state().load(table).loaded().ranges().forEach(range -> epochs.add(range.at()));
                if (restartsLeft > 0 && batches % 7 == 6) {
                    restartsLeft--;
                    capture.resume();
                }
            }
            stop.set(true);
            writer.join();
            assertThat(epochs).hasSizeGreaterThan(2);
            server().execute("INSERT INTO l.t VALUES (999999999, 1)");
            while (!replica.rows.containsKey("999999999")) {
                capture.batch(Duration.ofSeconds(1));
                capture.take(capture.waiting()).forEach(replica::take);
            }
            assertThat(replica.rows).isEqualTo(table("l.t"));
            assertThat(capture.state().load(table).followed()).isTrue();
        }
    }

    private void write(Random random, AtomicBoolean stop) {
        try (var connection = server().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                for (int left = 1 + random.nextInt(5); left > 0; left--) {
                    int id = (1 + random.nextInt(160)) * 1000 + random.nextInt(500);
                    int other = (1 + random.nextInt(160)) * 1000 + random.nextInt(500);
                    switch (random.nextInt(4)) {
                        case 0 -> statement.execute("INSERT IGNORE INTO l.t VALUES (" + id + ", -1)");
                        case 1 -> statement.execute("UPDATE l.t SET v = v + 1 WHERE id = " + id);
                        case 2 -> statement.execute("UPDATE IGNORE l.t SET id = " + other + " WHERE id = " + id);
                        default -> statement.execute("DELETE FROM l.t WHERE id = " + id);
                    }
                }
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_table_loaded_in_many_epochs_equals_the_source() throws Exception {
        loadWhileItChanges("INT", false);
    }

    @Test
    void a_load_that_is_killed_again_and_again_equals_the_source() throws Exception {
        loadWhileItChanges("BIGINT UNSIGNED", true);
    }

    @Test
    void a_table_with_a_text_key_that_is_cut_off_starts_again_with_a_higher_number() {
        fill("t", "VARCHAR(20)", 30_000);
        Replica replica = new Replica();
        try (Capture capture = Capture.start(SourceSettings.of(server(), "l.t"))) {
            capture.take(3000).forEach(replica::take);
            capture.resume();
            capture.await(state -> state.load(new TableId("l", "t")).complete());
            capture.take(capture.waiting()).stream()
                    .filter(message -> message.load() == 2)
                    .forEach(replica::take);
        }
        assertThat(replica.loads).containsExactlyInAnyOrder(1, 2);
        assertThat(replica.refreshed.stream().filter(key -> key.startsWith("2/")))
                .hasSize(30_000);
    }

    @Test
    void keys_above_the_signed_range_are_loaded_in_order() {
        server().execute(
                        "CREATE TABLE l.t (id BIGINT UNSIGNED PRIMARY KEY, v INT)",
                        "INSERT INTO l.t VALUES (0,1),(9223372036854775807,2),(9223372036854775808,3),(18446744073709551615,4)");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "l.t"))) {
            assertThat(capture.messages(4).stream()
                            .map(message -> message.data().get("id").asText())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(
                            "0", "9223372036854775807", "9223372036854775808", "18446744073709551615");
            server().execute("UPDATE l.t SET id = 18446744073709551614 WHERE id = 18446744073709551615");
            assertThat(capture.take(1).get(0).operation()).isEqualTo(Operation.UPDATE);
            assertThat(capture.state().load(new TableId("l", "t")).complete()).isTrue();
        }
    }

    @Test
    void a_forgotten_table_is_loaded_again_and_the_others_are_not() {
        fill("t", "INT", 100);
        fill("u", "INT", 100);
        try (Capture capture = Capture.start(SourceSettings.of(server(), "l.t", "l.u"))) {
            capture.take(200);
            server().execute("UPDATE l.t SET v = -1", "UPDATE l.u SET v = -1");
            capture.take(200);
            capture.resume(Map.entry(TaskState.tablePartition(new TableId("l", "t")), Map.of("load", 1L)));
            List<Message> again = capture.take(100);
            assertThat(again).allMatch(message -> message.operation() == Operation.REFRESH && message.load() == 2);
            server().execute("DELETE FROM l.t WHERE id = 1001");
            assertThat(capture.changes(1)).containsExactly("DELETE {'id':1001,'v':-1}");
        }
    }

    @Test
    void a_table_that_cannot_be_read_any_more_is_suspended_and_the_others_go_on() {
        fill("t", "INT", 60_000);
        fill("u", "INT", 100);
        fill("v", "INT", 100);
        server().execute(
                        "DROP USER IF EXISTS least",
                        "CREATE USER least IDENTIFIED BY 'secret'",
                        "GRANT LOCK TABLES ON l.* TO least",
                        "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO least",
                        "GRANT SELECT ON l.t TO least",
                        "GRANT SELECT ON l.u TO least",
                        "GRANT SELECT ON l.v TO least");
        var settings = SourceSettings.of(server(), "l.t", "l.u", "l.v")
                .user("least", "secret")
                .connections(1);
        try (Capture capture = Capture.start(settings)) {
            capture.take(1);
            server().execute("REVOKE SELECT ON l.v FROM least");
            capture.take(60_099);
            server().execute("UPDATE l.v SET v = -1 WHERE id = 1001", "UPDATE l.t SET v = -1 WHERE id = 1001");
            assertThat(capture.changes(1)).containsExactly("UPDATE {'id':1001,'v':-1}");
            assertThat(capture.state().suspension(TableId.parse("l.v"))).isPresent();
            assertThat(capture.events()).anyMatch(event -> event.startsWith("TABLE_SUSPENDED: l.v"));

            server().execute("GRANT SELECT ON l.v TO least", "DROP TABLE l.u");
            capture.resume(Map.entry(partition("v"), again(capture, "v")));
            assertThat(capture.take(100))
                    .allMatch(message -> message.table().name().equals("v") && message.load() == 2);
            capture.resume(Map.entry(partition("u"), again(capture, "u")));
            capture.await(state -> state.suspension(TableId.parse("l.u")).isPresent());
            server().execute("UPDATE l.v SET v = -2 WHERE id = 1001");
            assertThat(capture.changes(1)).containsExactly("UPDATE {'id':1001,'v':-2}");
        }
    }

    private static Map<String, String> partition(String table) {
        return TaskState.tablePartition(new TableId("l", table));
    }

    private static Map<String, Object> again(Capture capture, String table) {
        return TaskState.loadedAgain(Objects.requireNonNull(capture.offsets().get(partition(table))));
    }

    @Test
    void a_source_closed_at_any_moment_leaves_no_thread_and_no_connection() throws Exception {
        fill("t", "INT", 60_000);
        for (int delay = 0; delay <= 400; delay += 40) {
            try (Capture capture = Capture.start(SourceSettings.of(server(), "l.t"))) {
                capture.batch(Duration.ofMillis(delay));
                Thread.sleep(delay);
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("caudal-") || name.startsWith("blc-"));
        }
        String others =
                "SELECT COUNT(*) FROM information_schema.processlist WHERE user = 'tester' AND id <> CONNECTION_ID()";
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!server().value(others).equals("0") && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        assertThat(server().value(others)).isEqualTo("0");
    }

    @Test
    void a_load_alone_reads_rows_and_no_changes() {
        fill("t", "INT", 100);
        try (Capture capture = Capture.start(SourceSettings.of(server(), "l.t").loadOnly())) {
            capture.take(100);
            server().execute("DELETE FROM l.t");
            capture.expectNothing();
        }
    }

    @Test
    void every_batch_boundary_is_a_place_to_go_on_from() throws Exception {
        Random random = Seeds.random("resume at every batch");
        server().execute(
                        "CREATE TABLE l.t (id INT PRIMARY KEY, v INT)",
                        "CREATE TABLE l.u (id INT PRIMARY KEY AUTO_INCREMENT)");
        SourceConfig config = SourceSettings.of(server(), "l.t")
                .changesOnly()
                .transactionRows(5)
                .config();
        List<Map<Map<String, String>, Map<String, Object>>> boundaries = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        try (Capture capture = new Capture(config, Map.of())) {
            capture.await(state -> state.log().isPresent());
            boundaries.add(capture.offsets());
            for (int transaction = 0; transaction < 40; transaction++) {
                List<String> statements = new ArrayList<>(List.of("BEGIN"));
                for (int left = random.nextInt(4); left >= 0; left--) {
                    int id = random.nextInt(40);
                    statements.add(
                            switch (random.nextInt(4)) {
                                case 0 -> "REPLACE INTO l.t VALUES (" + id + ", 0), (" + (id + 1) + ", 0)";
                                case 1 -> "UPDATE l.t SET v = v + 1 WHERE id BETWEEN " + id + " AND " + (id + 6);
                                case 2 -> "DELETE FROM l.t WHERE id = " + id;
                                default -> "INSERT INTO l.u VALUES ()";
                            });
                }
                statements.add(random.nextInt(5) == 0 ? "ROLLBACK" : "COMMIT");
                server().execute(statements.toArray(String[]::new));
            }
            server().execute("INSERT INTO l.t VALUES (1000, 0)");
            while (whole.isEmpty() || !whole.get(whole.size() - 1).contains("\"id\": 1000")) {
                if (capture.batch(Duration.ofSeconds(5)).isPresent()) {
                    boundaries.add(capture.offsets());
                    capture.take(capture.waiting()).forEach(message -> whole.add(Capture.text(message)));
                }
            }
        }
        for (Map<Map<String, String>, Map<String, Object>> from : boundaries) {
            int delivered =
                    (int) TaskState.of(from).log().orElseThrow().sequence().count();
            try (Capture capture = new Capture(config, from)) {
                assertThat(capture.take(whole.size() - delivered).stream().map(Capture::text))
                        .containsExactlyElementsOf(whole.subList(delivered, whole.size()));
            }
        }
    }
}
