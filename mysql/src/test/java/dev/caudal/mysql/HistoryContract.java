package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.TableId;
import dev.caudal.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that change amid changes on a server whose log does not name columns. */
abstract class HistoryContract {

    private static final TableId TABLE = TableId.parse("hist.t");

    abstract TestDatabase server();

    @BeforeEach
    void createTable() {
        Servers.create(server(), "hist");
        server().execute(
                        "CREATE TABLE hist.t (id BIGINT UNSIGNED PRIMARY KEY, v VARCHAR(20) CHARACTER SET latin1, e ENUM('x','y'))",
                        "INSERT INTO hist.t VALUES (1, 'é', 'x')");
    }

    private Capture loaded() {
        Capture capture = Capture.start(SourceSettings.of(server(), "hist.t"));
        assertThat(capture.rows(1)).containsExactly("{'id':1,'v':'é','e':'x'}");
        capture.await(state -> !state.isLoading());
        return capture;
    }

    @Test
    void each_row_of_a_burst_has_the_names_of_its_moment_where_all_has_happened_already() {
        try (Capture capture = loaded()) {
            capture.stop();
            server().execute(
                            "INSERT INTO hist.t VALUES (2, 'b', 'y')",
                            "ALTER TABLE hist.t ADD COLUMN w VARCHAR(5) CHARACTER SET latin1 AFTER id",
                            "INSERT INTO hist.t VALUES (3, 'w', 'c', 'x')",
                            "ALTER TABLE hist.t DROP COLUMN v, MODIFY e SET('p','q','y','x') FIRST",
                            "INSERT INTO hist.t VALUES ('p,x', 4, 'd')",
                            "ALTER TABLE hist.t RENAME COLUMN w TO v",
                            "INSERT INTO hist.t VALUES ('q', 5, 'e')",
                            "ALTER TABLE hist.t CHANGE v w VARCHAR(5) CHARACTER SET latin1, ADD v VARCHAR(5) CHARACTER SET latin1",
                            "INSERT INTO hist.t VALUES ('q', 6, 'f', 'g')");
            capture.resume();
            assertThat(capture.changes(5))
                    .containsExactly(
                            "INSERT {'id':2,'v':'b','e':'y'}",
                            "INSERT {'id':3,'w':'w','v':'c','e':'x'}",
                            "INSERT {'e':'p,x','id':4,'w':'d'}",
                            "INSERT {'e':'q','id':5,'v':'e'}",
                            "INSERT {'e':'q','id':6,'w':'f','v':'g'}");
        }
    }

    @Test
    void a_definition_is_kept_with_the_position() {
        try (Capture capture = loaded()) {
            server().execute("ALTER TABLE hist.t RENAME COLUMN v TO w", "INSERT INTO hist.t VALUES (2, 'b', 'y')");
            assertThat(capture.rows(1)).containsExactly("{'id':2,'w':'b','e':'y'}");
            capture.stop();
            server().execute("INSERT INTO hist.t VALUES (3, 'c', 'y')", "ALTER TABLE hist.t DROP w");
            capture.resume();
            assertThat(capture.rows(1)).containsExactly("{'id':3,'w':'c','e':'y'}");
            capture.await(state -> state.load(TABLE).structure().startsWith("(`id` bigint unsigned,`e` enum('x','y')"));
        }
    }

    @Test
    void a_table_that_is_made_after_the_task_began_is_known_by_its_statement() {
        server().execute("DROP TABLE hist.t", "CREATE TABLE hist.u (id INT)", "DROP DATABASE IF EXISTS later");
        try (Capture capture = Capture.start(
                SourceSettings.of(server(), "hist.t", "hist.u", "later.t").changesOnly())) {
            capture.await(state ->
                    state.knows(TABLE) && !state.load(TABLE).structure().isEmpty());
            capture.stop();
            server().execute(
                            "CREATE TABLE IF NOT EXISTS hist.t (b INT UNSIGNED KEY, a VARCHAR(3)) CHARSET latin1",
                            "CREATE TABLE IF NOT EXISTS hist.t (c INT KEY, d INT)",
                            "INSERT INTO hist.t VALUES (4294967295, 'é')",
                            "ALTER TABLE hist.t RENAME COLUMN a TO b2",
                            "CREATE DATABASE later CHARACTER SET latin1",
                            "CREATE TABLE later.t (a VARCHAR(3)) CHARSET latin1",
                            "INSERT INTO later.t VALUES ('ü')",
                            "ALTER TABLE later.t RENAME COLUMN a TO b");
            capture.resume();
            assertThat(capture.rows(2)).containsExactly("{'b':4294967295,'a':'é'}", "{'a':'ü'}");
        }
    }

    @Test
    void a_table_that_is_made_without_a_character_set_has_that_of_its_schema() {
        try (Capture capture = loaded()) {
            capture.stop();
            server().execute(
                            "ALTER DATABASE hist CHARACTER SET latin2",
                            "DROP TABLE hist.t",
                            "CREATE TABLE hist.t (id INT PRIMARY KEY, v VARCHAR(9))",
                            "INSERT INTO hist.t VALUES (1, 'č')",
                            "ALTER TABLE hist.t RENAME COLUMN v TO w");
            capture.resume();
            assertThat(capture.rows(1)).containsExactly("{'id':1,'v':'č'}");
            capture.stop();
            server().execute("INSERT INTO hist.t VALUES (2, 'ž')", "ALTER DATABASE hist CHARACTER SET latin1");
            capture.resume();
            assertThat(capture.rows(1)).containsExactly("{'id':2,'w':'ž'}");
        }
    }

    @Test
    void a_statement_that_is_not_understood_costs_a_look_at_the_table() {
        try (Capture capture = loaded()) {
            server().execute(
                            "ALTER TABLE hist.t ADD COLUMN w ENUM('a', x'62', 'c') FIRST",
                            "INSERT INTO hist.t VALUES ('b', 2, 'v', 'y')");
            assertThat(capture.rows(1)).containsExactly("{'w':'b','id':2,'v':'v','e':'y'}");
            capture.stop();
            server().execute(
                            "ALTER TABLE hist.t RENAME COLUMN w TO x, RENAME COLUMN v TO w",
                            "INSERT INTO hist.t VALUES ('c', 3, 'v', 'y')",
                            "ALTER TABLE hist.t DROP w");
            capture.resume();
            assertThat(capture.rows(1)).containsExactly("{'x':'c','id':3,'w':'v','e':'y'}");
        }
    }

    @Test
    void a_statement_that_is_not_understood_stops_the_task_where_the_table_was_changed_again() {
        try (Capture capture = loaded()) {
            capture.stop();
            server().execute(
                            "INSERT INTO hist.t VALUES (2, 'b', 'y')",
                            "ALTER TABLE hist.t ADD COLUMN w ENUM('a', x'62', 'c')",
                            "ALTER TABLE hist.t ADD INDEX (v)",
                            "INSERT INTO hist.t VALUES (3, 'b', 'y', 'c')",
                            "ALTER TABLE hist.t RENAME COLUMN v TO x");
            capture.resume();
            assertThat(capture.failure())
                    .hasMessageContaining("rows of hist.t without the names of its columns")
                    .hasMessageContaining("'ALTER TABLE hist.t RENAME COLUMN v TO x'")
                    .hasMessageContaining("SET GLOBAL binlog_row_metadata = FULL, then reload the table");
            capture.take(capture.waiting());
            capture.resume(Map.entry(TaskState.tablePartition(TABLE), Map.of("load", 1L)));
            assertThat(capture.rows(3)).contains("{'id':3,'x':'b','e':'y','w':'c'}");
        }
    }

    @Test
    void behind_a_position_that_somebody_wrote_the_present_definition_serves_where_the_table_was_not_changed_since() {
        try (Capture capture = loaded()) {
            BinlogCoordinate begun = capture.state().log().orElseThrow().start();
            server().execute("ALTER TABLE hist.t RENAME COLUMN v TO w", "INSERT INTO hist.t VALUES (2, 'b', 'y')");
            assertThat(capture.rows(1)).containsExactly("{'id':2,'w':'b','e':'y'}");
            BinlogCoordinate changed = capture.state().log().orElseThrow().start();
            capture.resume(position(changed));
            server().execute("INSERT INTO hist.t VALUES (3, 'c', 'x')");
            assertThat(capture.rows(1)).containsExactly("{'id':3,'w':'c','e':'x'}");
            server().execute("INSERT INTO hist.t VALUES (4, 'd', 'x')");
            assertThat(capture.rows(1)).containsExactly("{'id':4,'w':'d','e':'x'}");
            capture.stop();
            capture.resume(position(begun));
            assertThat(capture.rows(3)).first().isEqualTo("{'id':2,'w':'b','e':'y'}");
        }
    }

    private static Map.Entry<Map<String, String>, Map<String, Object>> position(BinlogCoordinate place) {
        return Map.entry(TaskState.logPartition(), Map.of("file", place.file(), "offset", place.offset()));
    }

    @Test
    void a_server_that_stops_naming_columns_is_followed_further() {
        server().execute("SET GLOBAL binlog_row_metadata = FULL");
        try (Capture capture = loaded()) {
            server().execute("INSERT INTO hist.t VALUES (2, 'b', 'y')");
            assertThat(capture.rows(1)).containsExactly("{'id':2,'v':'b','e':'y'}");
            assertThat(capture.offsets().get(TaskState.tablePartition(TABLE))).doesNotContainKey("structure");
            server().execute(
                            "SET GLOBAL binlog_row_metadata = MINIMAL",
                            "ALTER TABLE hist.t RENAME COLUMN v TO w",
                            "INSERT INTO hist.t VALUES (3, 'c', 'y')");
            assertThat(capture.rows(1)).containsExactly("{'id':3,'w':'c','e':'y'}");
            assertThat(capture.state().load(TABLE).structure()).contains("`w` varchar");
        } finally {
            server().execute("SET GLOBAL binlog_row_metadata = MINIMAL");
        }
    }

    @Test
    void statements_are_read_as_the_session_means_them() {
        try (Capture capture = loaded()) {
            capture.stop();
            server().execute(
                            "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'",
                            "ALTER TABLE hist.t ADD COLUMN \"w\" ENUM('a\\b', 'c')",
                            "INSERT INTO hist.t VALUES (2, 'b', 'y', 'a\\b')");
            capture.resume();
            assertThat(capture.message().data().get("w").asText()).isEqualTo("a\\b");
        }
    }
}
