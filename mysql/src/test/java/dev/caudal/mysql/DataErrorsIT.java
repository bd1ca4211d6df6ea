package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.TableId;
import dev.caudal.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows for which a filter fails: here each whose text is no JSON. */
class DataErrorsIT {

    private static final String NOTE = "errors.note";
    private static final String OTHER = "errors.other";
    private static final TableShape SHAPE = new TableShape(
            Set.of("secret"),
            Map.of(),
            List.of(),
            Optional.of(Expression.parse("json_extract($doc, '$.n') > 0")),
            List.of());

    @BeforeEach
    void createTables() {
        Servers.create(Servers.mariaDb(), "errors");
        for (String table : List.of(NOTE, OTHER)) {
            execute("CREATE TABLE " + table + " (id INT PRIMARY KEY, doc VARCHAR(9000), secret INT)");
        }
    }

    private static void execute(String... statements) {
        Servers.mariaDb().execute(statements);
    }

    private static SourceSettings settings(DataErrorPolicy policy) {
        return SourceSettings.of(Servers.mariaDb(), NOTE, OTHER)
                .shape(NOTE, SHAPE)
                .errors(policy);
    }

    @Test
    void a_row_that_fails_in_load_or_log_is_reported_with_its_values_and_the_others_are_sent() {
        execute("INSERT INTO errors.note VALUES (1, '{\"n\": 1}', 7), (2, 'no JSON', 7), (3, NULL, 7)");
        try (Capture capture = Capture.start(settings(DataErrorPolicy.LOG))) {
            assertThat(capture.rows(1)).containsExactly("{'id':1,'doc':'{\\'n\\': 1}'}");
            capture.await(state -> state.isLoaded(TableId.parse(NOTE)));
            execute(
                    "INSERT INTO errors.note VALUES (4, '[', 7)",
                    "INSERT INTO errors.note VALUES (5, '{\"n\": 5}', 7)",
                    "DELETE FROM errors.note WHERE id = 4");
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':5,'doc':'{\\'n\\': 5}'}");
            List<DataError> errors = capture.errors(3);
            assertThat(errors)
                    .extracting(error -> error.operation() + " " + error.key() + " " + error.load())
                    .containsExactly("REFRESH id 2 1", "INSERT id 4 0", "DELETE id 4 0");
            assertThat(errors.get(0).row()).isEqualTo("{\"id\":\"2\",\"doc\":\"no JSON\"}");
            assertThat(errors.get(0).reason()).contains("json_extract($doc, '$.n') > 0", "malformed JSON");
            assertThat(errors.get(0).position()).matches(".+\\.\\d+:\\d+");
            assertThat(errors.get(1).position()).matches(".+\\.\\d+:\\d+:0:\\d+:\\d+:.+\\.\\d+:\\d+");
            assertThat(capture.state().totals().dataErrors()).isEqualTo(3);
        }
    }

    @Test
    void a_row_that_fails_leaves_the_filter_and_one_that_is_mended_comes_into_it() {
        execute("INSERT INTO errors.note VALUES (1, '{\"n\": 1}', 7)");
        try (Capture capture = Capture.start(settings(DataErrorPolicy.LOG))) {
            capture.take(1);
            capture.await(state -> state.isLoaded(TableId.parse(NOTE)));
            execute(
                    "UPDATE errors.note SET doc = '{'",
                    "UPDATE errors.note SET doc = '{{'",
                    "UPDATE errors.note SET doc = '{\"n\": 2}'");
            assertThat(capture.changes(2))
                    .containsExactly("DELETE {'id':1,'doc':'{\\'n\\': 1}'}", "INSERT {'id':1,'doc':'{\\'n\\': 2}'}");
            assertThat(capture.errors(2))
                    .extracting(DataError::row)
                    .containsExactly("{\"id\":\"1\",\"doc\":\"{\"}", "{\"id\":\"1\",\"doc\":\"{{\"}");
        }
    }

    @Test
    void long_values_of_a_row_that_fails_are_cut() {
        execute("INSERT INTO errors.note VALUES (1, REPEAT('x', 9000), 7)");
        try (Capture capture = Capture.start(settings(DataErrorPolicy.LOG))) {
            assertThat(capture.errors(1).get(0).row())
                    .hasSizeBetween(4_000, 4_100)
                    .endsWith("xxx\u2026\"}");
        }
    }

    @Test
    void a_large_transaction_that_is_interrupted_behind_each_batch_reports_and_sends_each_row_once() {
        Random random = Seeds.random("data errors");
        List<String> sent = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < 32; id++) {
            // The first ones fail, so that a part of the transaction has errors only.
            boolean fails = id < 10 || random.nextInt(3) > 0 && id % 4 > 0;
            (fails ? failed : sent).add("" + id);
            rows.add("(" + id + ", '" + (fails ? "" : "{\"n\": 1}") + "', 7)");
        }
        try (Capture capture =
                Capture.start(settings(DataErrorPolicy.LOG).transactionRows(4).changesOnly())) {
            capture.await(state -> state.isStarted() && state.isLoaded(TableId.parse(NOTE)));
            execute(
                    "BEGIN",
                    "INSERT INTO errors.note VALUES " + String.join(", ", rows.subList(0, 16)),
                    "INSERT INTO errors.note VALUES " + String.join(", ", rows.subList(16, 32)),
                    "COMMIT");
            List<String> got = new ArrayList<>();
            while (got.size() < sent.size() || capture.state().totals().dataErrors() < failed.size()) {
                if (capture.batch(Duration.ofSeconds(1)).isPresent()) {
                    capture.take(capture.waiting())
                            .forEach(message -> got.add(
                                    Capture.parse(message).data().path("id").asText()));
                    capture.resume();
                }
            }
            capture.expectNothing();
            assertThat(got).isEqualTo(sent);
            assertThat(capture.errors(failed.size()))
                    .extracting(error -> error.key().substring(3))
                    .isEqualTo(failed);
        }
    }

    @Test
    void a_table_is_suspended_at_the_row_that_fails_in_the_log_and_the_others_go_on() {
        try (Capture capture = Capture.start(settings(DataErrorPolicy.SUSPEND))) {
            capture.await(state -> state.isLoaded(TableId.parse(NOTE)) && state.isLoaded(TableId.parse(OTHER)));
            execute(
                    "INSERT INTO errors.note VALUES (1, '{\"n\": 1}', 7), (2, '', 7), (3, '{\"n\": 3}', 7)",
                    "INSERT INTO errors.note VALUES (4, '{\"n\": 4}', 7)",
                    "INSERT INTO errors.other VALUES (9, '', 7)");
            assertThat(capture.rows(2))
                    .containsExactly("{'id':1,'doc':'{\\'n\\': 1}'}", "{'id':9,'doc':'','secret':7}");
            assertThat(capture.errors(1)).extracting(DataError::key).containsExactly("id 2");
            assertThat(capture.state().suspension(TableId.parse(NOTE)).orElseThrow())
                    .contains("INSERT", "id 2", "malformed JSON");
            assertThat(capture.events()).anyMatch(event -> event.startsWith("TABLE_SUSPENDED: " + NOTE));
            capture.resume();
            execute("INSERT INTO errors.note VALUES (5, '{\"n\": 5}', 7)");
            capture.expectNothing();
            execute("DELETE FROM errors.note WHERE id = 2");
            capture.resume(Map.entry(
                    TaskState.tablePartition(TableId.parse(NOTE)),
                    TaskState.loadedAgain(Objects.requireNonNull(
                            capture.offsets().get(TaskState.tablePartition(TableId.parse(NOTE)))))));
            assertThat(capture.rows(4)).hasSize(4);
        }
    }

    @Test
    void a_table_is_suspended_at_the_row_that_fails_in_the_load_and_the_others_go_on() {
        execute("INSERT INTO errors.note VALUES (1, '', 7)", "INSERT INTO errors.other VALUES (9, '', 7)");
        try (Capture capture = Capture.start(settings(DataErrorPolicy.SUSPEND))) {
            assertThat(capture.rows(1)).containsExactly("{'id':9,'doc':'','secret':7}");
            assertThat(capture.errors(1)).extracting(DataError::key).containsExactly("id 1");
            assertThat(capture.state().suspension(TableId.parse(NOTE))).isPresent();
        }
    }

    @Test
    void the_task_stops_at_a_row_that_fails_and_says_which_it_is() {
        try (Capture capture = Capture.start(settings(DataErrorPolicy.STOP))) {
            capture.await(state -> state.isLoaded(TableId.parse(NOTE)));
            execute("INSERT INTO errors.note VALUES (1, '{\"n\": 1}', 7)");
            assertThat(capture.rows(1)).hasSize(1);
            execute("INSERT INTO errors.note VALUES (2, '', 7)");
            assertThat(capture.failure())
                    .hasMessageContaining("INSERT of a row of errors.note (id 2)")
                    .hasMessageContaining("data.error.policy");
        }
        try (Capture capture = Capture.start(settings(DataErrorPolicy.STOP))) {
            assertThat(capture.failure()).hasMessageContaining("REFRESH of a row of errors.note (id 2)");
        }
    }
}
