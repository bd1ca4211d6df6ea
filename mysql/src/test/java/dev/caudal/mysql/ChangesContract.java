package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.AtMessage;
import dev.caudal.core.ChangeSequence;
import dev.caudal.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log's special cases become. */
abstract class ChangesContract {

    abstract TestDatabase server();

    @BeforeEach
    void createTables() {
        Servers.create(server(), "c");
        server().execute(
                        "CREATE TABLE c.t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "CREATE TABLE c.other (id INT PRIMARY KEY)");
    }

    private Capture changes(String... tables) {
        Capture capture = Capture.start(SourceSettings.of(server(), tables).changesOnly());
        capture.await(state -> state.log().isPresent());
        return capture;
    }

    @Test
    void a_row_has_the_columns_that_its_table_had_at_its_position() {
        try (Capture capture = changes("c.t")) {
            capture.stop();
            server().execute(
                            "INSERT INTO c.t VALUES (1, 'a')",
                            "ALTER TABLE c.t ADD COLUMN w INT DEFAULT 7 AFTER id",
                            "INSERT INTO c.t VALUES (2, 8, 'b')",
                            "ALTER TABLE c.t DROP COLUMN v",
                            "UPDATE c.t SET w = 9 WHERE id = 1",
                            "ALTER TABLE c.t RENAME COLUMN w TO x",
                            "DELETE FROM c.t WHERE id = 1");
            capture.resume();

            assertThat(capture.changes(4))
                    .containsExactly(
                            "INSERT {'id':1,'v':'a'}",
                            "INSERT {'id':2,'w':8,'v':'b'}",
                            "UPDATE {'id':1,'w':9}",
                            "DELETE {'id':1,'x':9}");
            assertThat(capture.events())
                    .filteredOn(event -> event.contains("ALTER TABLE"))
                    .hasSize(3);
        }
    }

    @Test
    void counters_and_the_last_event_are_right_with_unselected_tables_between() {
        try (Capture capture = changes("c.t")) {
            server().execute(
                            "BEGIN",
                            "INSERT INTO c.other VALUES (1)",
                            "INSERT INTO c.t VALUES (1,'a'),(2,'b')",
                            "INSERT INTO c.other VALUES (2)",
                            "UPDATE c.t SET v = 'c' WHERE id = 1",
                            "INSERT INTO c.other VALUES (3)",
                            "COMMIT");
            List<AtMessage.Headers> headers =
                    capture.messages(3).stream().map(AtMessage::headers).toList();

            assertThat(headers)
                    .extracting(AtMessage.Headers::transactionEventCounter)
                    .containsExactly(1L, 2L, 3L);
            assertThat(headers)
                    .extracting(AtMessage.Headers::transactionLastEvent)
                    .containsExactly(false, false, true);
            assertThat(headers)
                    .extracting(AtMessage.Headers::transactionId)
                    .containsOnly(headers.get(0).transactionId());
        }
    }

    @Test
    void a_large_transaction_is_split_and_goes_on_from_every_split() {
        int rows = 25;
        List<Map<Map<String, String>, Map<String, Object>>> offsets = new ArrayList<>();
        List<AtMessage> whole = new ArrayList<>();
        SourceConfig config = SourceSettings.of(server(), "c.t")
                .changesOnly()
                .transactionRows(4)
                .config();
        try (Capture capture = new Capture(config, Map.of())) {
            capture.await(state -> state.log().isPresent());
            offsets.add(capture.offsets());
            server().execute("INSERT INTO c.t VALUES (-1, 'before')", "BEGIN", "INSERT INTO c.other VALUES (1)");
            List<String> transaction = new ArrayList<>(List.of("BEGIN", "INSERT INTO c.other VALUES (2)"));
            for (int id = 0; id < rows; id += 5) {
                transaction.add("INSERT INTO c.t VALUES (%d,'x'),(%d,'x'),(%d,'x'),(%d,'x'),(%d,'x')"
                        .formatted(id, id + 1, id + 2, id + 3, id + 4));
            }
            transaction.add("COMMIT");
            server().execute(transaction.toArray(String[]::new));
            server().execute("INSERT INTO c.t VALUES (100, 'after')");
            while (capture.waiting() < rows + 2) {
                if (capture.batch(Duration.ofSeconds(5)).isPresent()) {
                    offsets.add(capture.offsets());
                }
            }
            whole.addAll(capture.messages(rows + 2));
        }
        assertThat(offsets.size()).isGreaterThan(6);
        assertThat(whole.stream()
                        .map(message -> message.headers().transactionLastEvent())
                        .toList())
                .containsOnly(true, false)
                .filteredOn(last -> last)
                .hasSize(3)
                .as("the large transaction ends last but one")
                .satisfies(lasts -> assertThat(whole.get(rows).headers().transactionLastEvent())
                        .isTrue());
        assertThat(whole.subList(1, rows + 1))
                .extracting(message -> message.headers().transactionEventCounter())
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, rows).boxed().toList());
        for (Map<Map<String, String>, Map<String, Object>> from : offsets) {
            long delivered = TaskState.of(from).log().orElseThrow().sequence().count();
            try (Capture capture = new Capture(config, from)) {
                assertThat(capture.messages(whole.size() - (int) delivered))
                        .isEqualTo(whole.subList((int) delivered, whole.size()));
            }
        }
    }

    @Test
    void the_position_moves_on_while_only_other_tables_change_and_over_files() {
        try (Capture capture = changes("c.t")) {
            BinlogCoordinate start = capture.state().log().orElseThrow().start();
            server().execute("INSERT INTO c.other VALUES (1)");
            capture.await(state -> state.log().orElseThrow().start().compareTo(start) > 0);
            server().execute("FLUSH BINARY LOGS");
            capture.await(state -> !state.log().orElseThrow().start().file().equals(start.file()));
            assertThat(capture.state().log().orElseThrow().gtids()).isNotEmpty();
            server().execute("INSERT INTO c.t VALUES (1, 'a')");
            assertThat(capture.message().headers().streamPosition())
                    .startsWith(capture.state().log().orElseThrow().start().file());
            capture.resume();
            server().execute("INSERT INTO c.t VALUES (2, 'a')");
            assertThat(ChangeSequence.parse(capture.message().headers().changeSequence())
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void checksums_may_be_switched_off_and_on() {
        try (Capture capture = changes("c.t")) {
            server().execute("SET GLOBAL binlog_checksum = NONE", "INSERT INTO c.t VALUES (1, 'a')");
            capture.take(1);
            capture.resume();
            server().execute(
                            "INSERT INTO c.t VALUES (2, 'a')",
                            "SET GLOBAL binlog_checksum = CRC32",
                            "INSERT INTO c.t VALUES (3, 'a')");
            assertThat(capture.changes(2)).containsExactly("INSERT {'id':2,'v':'a'}", "INSERT {'id':3,'v':'a'}");
        } finally {
            server().execute("SET GLOBAL binlog_checksum = CRC32");
        }
    }

    @Test
    void a_change_logged_as_a_statement_stops_the_task() {
        server().execute("CREATE TABLE c.tt (id INT PRIMARY KEY)");
        try (Capture capture = changes("c.t")) {
            server().execute(
                            "SET binlog_format = STATEMENT",
                            "INSERT INTO c.tt VALUES (1)",
                            "/*!50000 INSERT INTO c.t VALUES (1, 'a') */");
            SourceException failure = capture.failure();
            assertThat(failure).hasMessageContaining("c.t").hasMessageContaining("binlog_format = ROW");
            assertThat(failure.retryable()).isFalse();
        }
    }

    @Test
    void a_row_image_without_all_columns_stops_the_task() {
        try (Capture capture = changes("c.t")) {
            server().execute(
                            "INSERT INTO c.t VALUES (1, 'a')",
                            "SET binlog_row_image = MINIMAL",
                            "UPDATE c.t SET v = 'b'");
            assertThat(capture.failure()).hasMessageContaining("c.t").hasMessageContaining("binlog_row_image = FULL");
        }
    }

    @Test
    void tables_made_of_queries_and_truncated_are_read() {
        try (Capture capture = changes("c.t", "c.made")) {
            server().execute(
                            "INSERT INTO c.t VALUES (1, 'a')", "CREATE TABLE c.made AS SELECT * FROM c.t",
                            "TRUNCATE TABLE c.t", "INSERT INTO c.made VALUES (2, 'b')");
            assertThat(capture.changes(3))
                    .containsExactly("INSERT {'id':1,'v':'a'}", "INSERT {'id':1,'v':'a'}", "INSERT {'id':2,'v':'b'}");
            assertThat(capture.events()).anyMatch(event -> event.contains("TRUNCATE TABLE c.t"));
        }
    }

    @Test
    void generated_columns_read_the_same_from_the_load_and_from_the_log() {
        server().execute(
                        "CREATE TABLE c.g (id INT PRIMARY KEY, a INT, v INT AS (a + 1) VIRTUAL, s INT AS (a + 2) STORED)",
                        "INSERT INTO c.g (id, a) VALUES (1, 5)");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "c.g"))) {
            assertThat(capture.rows(1)).containsExactly("{'id':1,'a':5,'v':6,'s':7}");
            server().execute("DELETE FROM c.g");
            assertThat(capture.rows(1)).containsExactly("{'id':1,'a':5,'v':6,'s':7}");
        }
    }

    @Test
    void rows_of_two_hundred_columns_and_of_twenty_megabytes_flow() {
        StringBuilder columns = new StringBuilder("id INT PRIMARY KEY");
        for (int number = 1; number < 300; number++) {
            columns.append(", c").append(number).append(" INT DEFAULT ").append(number);
        }
        server().execute(
                        "CREATE TABLE c.wide (" + columns + ")",
                        "CREATE TABLE c.big (id INT PRIMARY KEY, v LONGTEXT)",
                        "INSERT INTO c.wide (id) VALUES (1)",
                        "SET GLOBAL max_allowed_packet = 67108864");
        server().execute("INSERT INTO c.big VALUES (1, REPEAT('x', 20000000))");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "c.wide", "c.big"))) {
            capture.take(2);
            server().execute("DELETE FROM c.wide", "DELETE FROM c.big", "INSERT INTO c.big VALUES (2, 'y')");
            List<AtMessage> rows = capture.messages(3);
            assertThat(rows.get(0).data().size()).isEqualTo(300);
            assertThat(rows.get(0).data().get("c299").asInt()).isEqualTo(299);
            assertThat(rows.get(0).headers().columnMask()).hasSize(76);
            assertThat(rows.get(1).data().get("v").asText()).hasSize(20_000_000);
            assertThat(rows.get(2).data().get("v").asText()).isEqualTo("y");
        }
    }
}
