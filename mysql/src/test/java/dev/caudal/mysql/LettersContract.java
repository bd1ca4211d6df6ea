package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.core.TableId;
import dev.caudal.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that does not tell names of schemas and tables apart by case ({@code lower_case_table_names=1}), as those that
 * were moved from Windows: its log has rows under names in small letters, and statements as somebody wrote them.
 */
abstract class LettersContract {

    private static final TableId CITY = TableId.parse("Letters.City");

    abstract TestDatabase server();

    @BeforeEach
    void createTables() {
        Servers.create(server(), "LETTERS");
        execute(
                "CREATE TABLE LETTERS.CITY (id INT UNSIGNED PRIMARY KEY, v VARCHAR(9)) CHARSET latin1",
                "INSERT INTO letters.city VALUES (4000000001, 'é')",
                "CREATE TABLE letters.other (id INT PRIMARY KEY)");
    }

    private void execute(String... statements) {
        server().execute(statements);
    }

    private SourceSettings settings() {
        return SourceSettings.of(server(), "Letters.City");
    }

    private static Capture loaded(SourceSettings settings) {
        Capture capture = Capture.start(settings);
        assertThat(capture.rows(1)).containsExactly("{'id':4000000001,'v':'é'}");
        capture.await(state -> !state.isLoading());
        return capture;
    }

    @Test
    void a_table_is_loaded_and_followed_under_the_name_that_it_is_selected_by() {
        for (String name : List.of("letters.city", "Letters.City", "LETTERS.CITY")) {
            SourceSettings settings = SourceSettings.of(server(), name, "letters.OTHER");
            assertThat(Preflight.check(settings.config()))
                    .noneMatch(finding -> finding.severity() == Preflight.Severity.ERROR);
            try (Capture capture = Capture.start(settings)) {
                assertThat(capture.message().data().get("v").asText()).isEqualTo("é");
                capture.await(state -> !state.isLoading());
                execute("UPDATE Letters.city SET v = 'a'", "INSERT INTO LETTERS.other VALUES (1)");
                List<Message> changes = capture.take(2);
                assertThat(changes)
                        .extracting(Message::table)
                        .extracting(TableId::toString)
                        .containsExactly(name, "letters.OTHER");
                assertThat(changes)
                        .extracting(change -> Capture.parse(change).headers().operation())
                        .hasToString("[UPDATE, INSERT]");
                capture.stop();
                execute("UPDATE letters.City SET v = 'é'", "DELETE FROM letters.Other");
                capture.resume();
                assertThat(capture.changes(2)).containsExactly("UPDATE {'id':4000000001,'v':'é'}", "DELETE {'id':1}");
            }
        }
    }

    @Test
    void what_is_set_for_a_table_holds_for_its_rows_of_load_and_log() {
        TableShape renamed = new TableShape(Set.of(), Map.of("V", "w"), List.of(), Optional.empty(), List.of());
        try (Capture capture = Capture.start(settings().shape("Letters.City", renamed))) {
            assertThat(capture.rows(1)).containsExactly("{'id':4000000001,'w':'é'}");
            execute("INSERT INTO letters.CITY VALUES (1, 'a')");
            assertThat(capture.rows(1)).containsExactly("{'id':1,'w':'a'}");
        }
    }

    @Test
    void two_selected_tables_that_are_one_are_refused() {
        SourceSettings settings = SourceSettings.of(server(), "letters.other", "Letters.City", "letters.CITY");
        String why = "The tables Letters.City and letters.CITY are one on";
        assertThat(Preflight.check(settings.config())).anySatisfy(finding -> {
            assertThat(finding.what()).startsWith(why).contains("lower_case_table_names");
            assertThat(finding.unfit()).contains(TableId.parse("letters.CITY"));
        });
        try (Capture capture = Capture.start(settings)) {
            assertThat(capture.failure()).hasMessageStartingWith(why).hasMessageContaining("Take letters.CITY out");
        }
    }

    @Test
    void statements_count_in_all_letters() {
        try (Capture capture = loaded(settings())) {
            capture.stop();
            execute(
                    "ALTER TABLE Letters.CITY ADD w INT AFTER id",
                    "INSERT INTO letters.city VALUES (1, 2, 'a')",
                    "ALTER TABLE LETTERS.city RENAME COLUMN w TO x",
                    "INSERT INTO letters.city VALUES (2, 3, 'b')",
                    "USE Letters",
                    "ALTER TABLE cItY DROP v, ADD v INT",
                    "INSERT INTO CITY VALUES (3, 4, 5)");
            capture.resume();
            assertThat(capture.rows(3))
                    .containsExactly("{'id':1,'w':2,'v':'a'}", "{'id':2,'x':3,'v':'b'}", "{'id':3,'x':4,'v':5}");
            capture.stop();
            execute("INSERT INTO letters.city VALUES (4, 5, 6)", "ALTER TABLE LETTERS.CITY RENAME COLUMN v TO y");
            capture.resume();
            assertThat(capture.rows(1)).containsExactly("{'id':4,'x':5,'v':6}");
            capture.stop();
            execute("INSERT INTO letters.city VALUES (5, 6, 7)", "ALTER TABLE Letters.city DROP x");
            capture.resume();
            assertThat(capture.rows(1)).containsExactly("{'id':5,'x':6,'y':7}");
        }
    }

    /** As pt-online-schema-change does it, killed after each step; only what is no ALTER stops this task. */
    @Test
    void a_copy_takes_the_place_of_its_original_in_all_letters() {
        DdlPolicies policies = new DdlPolicies(DdlPolicy.APPLY, DdlPolicy.STOP, DdlPolicy.STOP, DdlPolicy.STOP);
        try (Capture capture = loaded(settings().ddl(policies))) {
            stopped(capture, "CREATE TABLE letters._City_new LIKE Letters.City");
            stopped(capture, "ALTER TABLE Letters._CITY_new ADD w INT FIRST");
            stopped(capture, "INSERT INTO letters._city_NEW SELECT 7, id, v FROM letters.city");
            stopped(capture, "RENAME TABLE LETTERS.City TO letters._city_OLD, Letters._city_new TO letters.CITY");
            stopped(capture, "DROP TABLE letters._City_old");
            execute(
                    "INSERT INTO Letters.City VALUES (8, 1, 'a')",
                    "ALTER TABLE letters.CITY RENAME COLUMN w TO x",
                    "INSERT INTO Letters.City VALUES (9, 2, 'b')");
            capture.resume();
            assertThat(capture.rows(2)).containsExactly("{'w':8,'id':1,'v':'a'}", "{'x':9,'id':2,'v':'b'}");
        }
    }

    private void stopped(Capture capture, String statement) {
        BinlogCoordinate before = capture.state().log().orElseThrow().start();
        execute(statement);
        capture.await(state -> state.log().orElseThrow().start().compareTo(before) > 0);
        capture.resume();
    }

    @Test
    void a_table_that_is_dropped_and_made_in_other_letters_is_the_same_one() {
        try (Capture capture = loaded(settings())) {
            capture.stop();
            execute(
                    "DROP TABLE Letters.city",
                    "CREATE TABLE LETTERS.City (a INT UNSIGNED PRIMARY KEY, b VARCHAR(5)) CHARSET latin2",
                    "INSERT INTO letters.CITY VALUES (4000000002, 'č')",
                    "RENAME TABLE letters.CITY TO letters.Town",
                    "INSERT INTO letters.Town VALUES (6, 'd')",
                    "ALTER TABLE letters.TOWN RENAME COLUMN b TO c",
                    "ALTER TABLE Letters.town RENAME TO letters.cITY",
                    "INSERT INTO letters.city VALUES (7, 'e')",
                    "DROP DATABASE leTTers",
                    "CREATE DATABASE Letters CHARACTER SET latin1",
                    "CREATE TABLE letters.CIty (z INT)",
                    "INSERT INTO letters.city VALUES (8)",
                    "ALTER TABLE Letters.city ADD y INT");
            capture.resume();
            assertThat(capture.rows(3)).containsExactly("{'a':4000000002,'b':'č'}", "{'a':7,'c':'e'}", "{'z':8}");
        }
    }

    @Test
    void a_policy_about_statements_holds_in_all_letters() {
        for (String statement : List.of(
                "TRUNCATE letters.CITY",
                "ALTER TABLE leTTers.city ADD w INT",
                "RENAME TABLE LETTERS.city TO letters.Town",
                "DROP TABLE LETTERS.city",
                "DROP DATABASE leTTers")) {
            createTables();
            try (Capture capture = loaded(
                    settings().ddl(new DdlPolicies(DdlPolicy.STOP, DdlPolicy.STOP, DdlPolicy.STOP, DdlPolicy.STOP)))) {
                execute(statement);
                assertThat(capture.failure())
                        .hasMessageContaining("the log has '" + statement.substring(0, 8))
                        .hasMessageContaining(", which concerns Letters.City, and ddl.");
            }
        }
    }

    @Test
    void names_of_any_script_are_compared_as_the_server_does() {
        execute(
                "CREATE TABLE letters.`ΣΊΣΥΦΟΣ` (id INT PRIMARY KEY)",
                "CREATE TABLE letters.`ÄRGER` (id INT PRIMARY KEY)");
        try (Capture capture = Capture.start(
                SourceSettings.of(server(), "letters.ΣΊΣΥΦΟΣ", "letters.Ärger").changesOnly())) {
            capture.await(state -> state.log().isPresent());
            execute(
                    "INSERT INTO letters.`ΣίσυφοΣ` VALUES (1)",
                    "ALTER TABLE letters.`Σίσυφοσ` ADD v INT",
                    "INSERT INTO letters.`σίΣυφοσ` VALUES (2, 3)",
                    "ALTER TABLE letters.`äRGER` ADD v INT",
                    "INSERT INTO letters.`ärger` VALUES (4, 5)");
            assertThat(capture.rows(3)).containsExactly("{'id':1}", "{'id':2,'v':3}", "{'id':4,'v':5}");
        }
    }

    @Test
    void a_table_may_be_loaded_again_in_the_letters_of_the_task() {
        try (Capture capture = loaded(settings())) {
            execute("ALTER TABLE letters.city ADD w INT");
            capture.resume(Map.entry(TaskState.tablePartition(CITY), Map.of("load", 1L)));
            assertThat(capture.rows(1)).containsExactly("{'id':4000000001,'v':'é','w':null}");
            execute("UPDATE letters.CITY SET w = 1");
            assertThat(capture.rows(1)).containsExactly("{'id':4000000001,'v':'é','w':1}");
        }
    }
}
