package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.AtMessage;
import dev.caudal.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Distributed transactions: what is prepared counts when, and if, it is committed. */
abstract class DistributedContract {

    abstract TestDatabase server();

    @BeforeEach
    void createTables() {
        Servers.create(server(), "xa");
        server().execute(
                        "CREATE TABLE xa.t (id INT PRIMARY KEY, v LONGTEXT)",
                        "CREATE TABLE xa.other (id INT PRIMARY KEY)");
    }

    /** One that is left over would lock its tables for the tests that follow. */
    @AfterEach
    void endAll() throws Exception {
        try (var connection = server().connection();
                var statement = connection.createStatement();
                var open = statement.executeQuery("XA RECOVER")) {
            while (open.next()) {
                server().execute("XA ROLLBACK '" + open.getString("data") + "'");
            }
        }
    }

    private static String[] prepare(String xid, String... statements) {
        return Stream.of(
                        Stream.of("XA START " + xid),
                        Stream.of(statements),
                        Stream.of("XA END " + xid, "XA PREPARE " + xid))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    private Capture changes() {
        Capture capture = Capture.start(SourceSettings.of(server(), "xa.t").changesOnly());
        capture.await(state -> state.log().isPresent());
        return capture;
    }

    @Test
    void rows_come_when_they_are_committed_and_never_when_they_are_rolled_back() {
        try (Capture capture = changes()) {
            server().execute(prepare(
                    "'a'", "INSERT INTO xa.t VALUES (1, 'a'), (2, 'a')", "DELETE FROM xa.t WHERE id = 2"));
            server().execute(prepare("'b','branch',7", "INSERT INTO xa.t VALUES (3, 'b')"));
            server().execute(prepare("'c'", "INSERT INTO xa.t VALUES (4, 'c')"));
            server().execute(prepare("'o'", "INSERT INTO xa.other VALUES (1)"));
            server().execute("INSERT INTO xa.t VALUES (5, 'between')");
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':5,'v':'between'}");
            capture.expectNothing();
            server().execute("XA ROLLBACK 'c'", "XA COMMIT 'b','branch',7", "XA COMMIT 'o'", "XA COMMIT 'a'");
            server().execute(
                            "XA START 'p'",
                            "INSERT INTO xa.t VALUES (6, 'one phase')",
                            "XA END 'p'",
                            "XA COMMIT 'p' ONE PHASE");
            assertThat(capture.changes(5))
                    .containsExactly(
                            "INSERT {'id':3,'v':'b'}",
                            "INSERT {'id':1,'v':'a'}",
                            "INSERT {'id':2,'v':'a'}",
                            "DELETE {'id':2,'v':'a'}",
                            "INSERT {'id':6,'v':'one phase'}");
            capture.expectNothing();
        }
    }

    @Test
    void they_are_events_of_the_transaction_that_commits_them() {
        try (Capture capture = changes()) {
            server().execute(prepare(
                    "'a'", "INSERT INTO xa.t VALUES (1, 'a'), (2, 'a')", "UPDATE xa.t SET v = 'b' WHERE id = 1"));
            server().execute("INSERT INTO xa.t VALUES (3, 'between')", "FLUSH BINARY LOGS", "XA COMMIT 'a'");
            List<AtMessage.Headers> all =
                    capture.messages(4).stream().map(AtMessage::headers).toList();
            List<AtMessage.Headers> rows = all.subList(1, 4);
            assertThat(rows)
                    .extracting(AtMessage.Headers::transactionId)
                    .hasSameElementsAs(List.of(rows.get(0).transactionId()));
            assertThat(rows.get(0).transactionId()).isNotEqualTo(all.get(0).transactionId());
            assertThat(rows)
                    .extracting(AtMessage.Headers::transactionEventCounter)
                    .containsExactly(1L, 2L, 3L);
            assertThat(rows).extracting(AtMessage.Headers::transactionLastEvent).containsExactly(false, false, true);
            assertThat(all).extracting(AtMessage.Headers::streamPosition).doesNotHaveDuplicates();
            assertThat(all).extracting(AtMessage.Headers::changeSequence).isSorted();
            String file = capture.state().log().orElseThrow().start().file();
            assertThat(rows).allMatch(row -> row.streamPosition().startsWith(file));
        }
    }

    @Test
    void one_that_is_prepared_when_the_task_begins_is_found_in_the_log_when_it_is_committed() {
        server().execute("INSERT INTO xa.t VALUES (1, 'loaded')");
        server().execute(prepare("'z'", "INSERT INTO xa.t VALUES (2, 'rolled back')"));
        server().execute("XA ROLLBACK 'z'");
        server().execute(prepare("'z'", "UPDATE xa.t SET v = 'z' WHERE id = 1", "INSERT INTO xa.t VALUES (7, 'z')"));
        server().execute("FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
        try (Capture loading = Capture.start(SourceSettings.of(server(), "xa.t"));
                Capture following = changes()) {
            assertThat(loading.rows(1)).containsExactly("{'id':1,'v':'loaded'}");
            server().execute("XA COMMIT 'z'");
            for (Capture capture : List.of(loading, following)) {
                assertThat(capture.changes(2)).containsExactly("UPDATE {'id':1,'v':'z'}", "INSERT {'id':7,'v':'z'}");
                capture.expectNothing();
            }
        }
    }

    @Test
    void what_is_found_beside_another_is_the_last_of_its_name() {
        server().execute(prepare("'a'", "INSERT INTO xa.t VALUES (1, 'a')"));
        server().execute(prepare("'b'", "INSERT INTO xa.t VALUES (2, 'b')"));
        server().execute(prepare("'c'", "INSERT INTO xa.t VALUES (3, 'undone')"));
        server().execute(prepare("'d'", "INSERT INTO xa.t VALUES (4, 'd')"));
        server().execute("FLUSH BINARY LOGS", "XA COMMIT 'd'", "XA ROLLBACK 'c'");
        server().execute(prepare("'c'", "INSERT INTO xa.t VALUES (3, 'c')"));
        try (Capture capture = changes()) {
            server().execute(prepare("'d'", "INSERT INTO xa.t VALUES (5, 'd')"));
            server().execute("FLUSH BINARY LOGS", "XA COMMIT 'b'", "XA COMMIT 'c'", "XA ROLLBACK 'a'");
            server().execute(prepare("'a'", "INSERT INTO xa.t VALUES (6, 'a')"));
            server().execute("XA COMMIT 'a'", "XA COMMIT 'd'");
            assertThat(capture.changes(4))
                    .containsExactly(
                            "INSERT {'id':2,'v':'b'}",
                            "INSERT {'id':3,'v':'c'}",
                            "INSERT {'id':6,'v':'a'}",
                            "INSERT {'id':5,'v':'d'}");
            capture.expectNothing();
        }
    }

    /** MariaDB undoes such a one where its connection ends. */
    @Test
    void one_that_changed_nothing_is_passed_over() throws Exception {
        String[] empty =
                prepare("'empty'", "SAVEPOINT s", "INSERT INTO xa.t VALUES (1, 'a')", "ROLLBACK TO s", "SELECT 1");
        try (Connection before = server().connection();
                Connection after = server().connection()) {
            execute(before, prepare("'read'", "SELECT * FROM xa.t"));
            try (Capture capture = changes()) {
                execute(before, "XA COMMIT 'read'");
                execute(after, empty);
                execute(after, "XA COMMIT 'empty'");
                execute(after, "INSERT INTO xa.t VALUES (2, 'b')");
                assertThat(capture.changes(1)).containsExactly("INSERT {'id':2,'v':'b'}");
                capture.expectNothing();
            }
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void one_that_outlives_the_task_and_the_server_is_not_lost() {
        try (Capture capture = changes()) {
            server().execute(prepare("'a'", "INSERT INTO xa.t VALUES (1, 'a')"));
            server().execute("INSERT INTO xa.t VALUES (2, 'between')");
            capture.take(1);
            capture.stop();
            server().kill();
            server().restart();
            server().execute("XA COMMIT 'a'");
            capture.resume();
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':1,'v':'a'}");
        }
    }

    @Test
    void a_large_one_is_split_and_goes_on_from_every_split() {
        int rows = 24;
        SourceConfig config = SourceSettings.of(server(), "xa.t")
                .changesOnly()
                .transactionRows(4)
                .config();
        List<Map<Map<String, String>, Map<String, Object>>> offsets = new ArrayList<>();
        List<AtMessage> whole = new ArrayList<>();
        try (Capture capture = new Capture(config, Map.of())) {
            capture.await(state -> state.log().isPresent());
            List<String> inserts = new ArrayList<>(List.of("INSERT INTO xa.other VALUES (2)"));
            for (int id = 0; id < rows; id += 2) {
                inserts.add("INSERT INTO xa.t VALUES (%d, REPEAT('x', 1000000)), (%d, 'x')".formatted(id, id + 1));
            }
            server().execute(prepare("'large'", inserts.toArray(String[]::new)));
            server().execute("INSERT INTO xa.t VALUES (100, 'between')", "XA COMMIT 'large'");
            while (capture.waiting() < rows + 1) {
                if (capture.batch(Duration.ofSeconds(5)).isPresent()) {
                    offsets.add(capture.offsets());
                }
            }
            whole.addAll(capture.messages(rows + 1));
        }
        assertThat(whole.subList(1, rows + 1))
                .extracting(message -> message.headers().transactionEventCounter())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, rows).boxed().toList());
        assertThat(offsets).hasSizeGreaterThan(5);
        for (Map<Map<String, String>, Map<String, Object>> from : offsets) {
            int delivered =
                    (int) TaskState.of(from).log().orElseThrow().sequence().count();
            try (Capture capture = new Capture(config, from)) {
                assertThat(capture.messages(whole.size() - delivered))
                        .isEqualTo(whole.subList(delivered, whole.size()));
            }
        }
    }

    @Test
    void a_large_one_of_one_phase_is_read_again() {
        try (Capture capture = changes()) {
            List<String> statements = new ArrayList<>(List.of("XA START 'l'"));
            for (int id = 0; id < 18; id++) {
                statements.add("INSERT INTO xa.t VALUES (%d, REPEAT('x', 1000000))".formatted(id));
            }
            statements.addAll(List.of("XA END 'l'", "XA COMMIT 'l' ONE PHASE", "INSERT INTO xa.t VALUES (100, 'a')"));
            server().execute(statements.toArray(String[]::new));
            List<AtMessage> messages = capture.messages(19);
            assertThat(messages)
                    .extracting(message -> message.data().get("id").asInt())
                    .endsWith(17, 100);
            assertThat(messages.get(17).headers().transactionLastEvent()).isTrue();
            assertThat(messages.get(17).headers().transactionEventCounter()).isEqualTo(18);
        }
    }

    @Test
    void one_of_which_the_log_has_nothing_any_more_stops_the_task_by_name() throws Exception {
        server().execute(prepare("'gone'", "INSERT INTO xa.t VALUES (1, 'gone')"));
        server().execute("FLUSH BINARY LOGS");
        purge();
        try (Capture capture = changes()) {
            server().execute("XA COMMIT 'gone'");
            assertThat(capture.failure())
                    .matches(failure -> !failure.retryable())
                    .hasMessageContaining("X'676f6e65',X'',1")
                    .hasMessageContaining("reload all its tables")
                    .hasMessageContaining("resume --from");
        }
    }

    /** Leaves only the newest log file. */
    private void purge() throws Exception {
        try (var connection = server().connection();
                var statement = connection.createStatement()) {
            if (server().value("SELECT VERSION()").contains("MariaDB")) {
                statement.execute("SET GLOBAL slave_connections_needed_for_purge = 0");
            }
            String newest = "";
            try (var files = statement.executeQuery("SHOW BINARY LOGS")) {
                while (files.next()) {
                    newest = files.getString(1);
                }
            }
            statement.execute("PURGE BINARY LOGS TO '" + newest + "'");
        }
    }
}
