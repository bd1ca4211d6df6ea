package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.TableId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task does about statements that define its tables. */
class DdlPoliciesIT {

    private static final TableId TABLE = TableId.parse("ddl.t");

    @BeforeEach
    void createTables() {
        Servers.create(Servers.mariaDb(), "ddl");
        execute(
                "CREATE TABLE ddl.t (id INT PRIMARY KEY, v VARCHAR(9))",
                "CREATE TABLE ddl.u (id INT PRIMARY KEY)",
                "INSERT INTO ddl.t VALUES (1, 'a')");
    }

    private static void execute(String... statements) {
        Servers.mariaDb().execute(statements);
    }

    private static SourceSettings settings(DdlPolicy policy) {
        return SourceSettings.of(Servers.mariaDb(), "ddl.t", "ddl.u")
                .ddl(new DdlPolicies(policy, policy, policy, policy));
    }

    private static Capture loaded(DdlPolicy policy) {
        Capture capture = Capture.start(settings(policy));
        assertThat(capture.rows(1)).containsExactly("{'id':1,'v':'a'}");
        capture.await(state -> state.isLoaded(TABLE) && !state.isLoading());
        return capture;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE ddl.t ADD w INT|ddl.alter.policy",
                "TRUNCATE ddl.t|ddl.truncate.policy",
                "DROP TABLE ddl.t|ddl.drop.policy",
                "RENAME TABLE ddl.t TO ddl.s|ddl.rename.policy"
            })
    void a_table_is_suspended_where_the_policy_says_so_and_the_others_go_on(String statement, String setting) {
        try (Capture capture = loaded(DdlPolicy.SUSPEND)) {
            execute("INSERT INTO ddl.t VALUES (2, 'b')", statement, "INSERT INTO ddl.u VALUES (5)");
            assertThat(capture.rows(2)).containsExactly("{'id':2,'v':'b'}", "{'id':5}");
            assertThat(capture.state().suspension(TABLE))
                    .hasValueSatisfying(why -> assertThat(why).contains(statement.substring(0, 8), setting));
            capture.resume();
            execute("INSERT INTO ddl.u VALUES (6)");
            assertThat(capture.rows(1)).containsExactly("{'id':6}");
        }
    }

    @Test
    void the_task_stops_before_the_statement_and_goes_on_behind_it_under_another_policy() {
        try (Capture capture = loaded(DdlPolicy.STOP)) {
            execute(
                    "INSERT INTO ddl.t VALUES (2, 'b')",
                    "ALTER TABLE ddl.t ADD w INT DEFAULT 7",
                    "INSERT INTO ddl.t VALUES (3, 'c', 8)");
            assertThat(capture.failure())
                    .hasMessageContaining("'ALTER TABLE ddl.t ADD w INT DEFAULT 7', which concerns ddl.t")
                    .hasMessageContaining("set ddl.alter.policy=apply and resume");
            assertThat(capture.rows(1)).containsExactly("{'id':2,'v':'b'}");
            capture.resume();
            assertThat(capture.failure()).hasMessageContaining("ddl.alter.policy");
            capture.stop();
            try (Capture other = new Capture(settings(DdlPolicy.APPLY).config(), capture.offsets())) {
                assertThat(other.rows(1)).containsExactly("{'id':3,'v':'c','w':8}");
            }
        }
    }

    @Test
    void ignored_columns_are_not_sent_until_the_table_is_loaded_again() {
        try (Capture capture = loaded(DdlPolicy.IGNORE)) {
            execute(
                    "ALTER TABLE ddl.t ADD w INT DEFAULT 7 FIRST",
                    "INSERT INTO ddl.t VALUES (8, 2, 'b')",
                    "ALTER TABLE ddl.t DROP v",
                    "UPDATE ddl.t SET w = 9 WHERE id = 1",
                    "ALTER TABLE ddl.t ADD v INT",
                    "DELETE FROM ddl.t WHERE id = 1");
            assertThat(capture.changes(3))
                    .containsExactly("INSERT {'id':2,'v':'b'}", "UPDATE {'id':1}", "DELETE {'id':1,'v':null}");
            capture.resume();
            execute("INSERT INTO ddl.t VALUES (1, 3, 4)");
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':3,'v':4}");
            assertThat(capture.events()).noneMatch(event -> event.startsWith("TABLE_DEFINITION"));

            capture.resume(Map.entry(TaskState.tablePartition(TABLE), Map.of("load", 1L)));
            assertThat(capture.rows(2)).containsExactly("{'w':8,'id':2,'v':null}", "{'w':1,'id':3,'v':4}");
        }
    }

    @Test
    void columns_that_were_ignored_are_sent_again_under_another_policy() {
        execute("INSERT INTO ddl.u VALUES (5)");
        SourceSettings ignoring = settings(DdlPolicy.IGNORE).changesOnly();
        try (Capture capture = Capture.start(ignoring)) {
            capture.await(state -> state.load(TABLE).columns().equals(List.of("id", "v")));
            execute("ALTER TABLE ddl.t ADD w INT", "INSERT INTO ddl.t VALUES (2, 'b', 8)");
            assertThat(capture.rows(1)).containsExactly("{'id':2,'v':'b'}");
            capture.stop();
            execute("INSERT INTO ddl.t VALUES (3, 'c', 9)");
            try (Capture other =
                    new Capture(settings(DdlPolicy.APPLY).changesOnly().config(), capture.offsets())) {
                assertThat(other.rows(1)).containsExactly("{'id':3,'v':'c','w':9}");
            }
        }
    }

    @Test
    void statements_before_the_state_that_was_loaded_do_not_count() {
        try (Capture capture = loaded(DdlPolicy.STOP)) {
            capture.stop();
            execute("ALTER TABLE ddl.t ADD w INT", "INSERT INTO ddl.u VALUES (5)");
            capture.resume(Map.entry(TaskState.tablePartition(TABLE), Map.of("load", 1L)));
            assertThat(capture.rows(2)).containsExactlyInAnyOrder("{'id':1,'v':'a','w':null}", "{'id':5}");
        }
    }
}
