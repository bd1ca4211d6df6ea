package dev.caudal.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.server.connect.Connector;
import dev.caudal.server.connect.ConnectorStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskStateTest {
    @Test
    void a_task_without_a_connector_is_a_draft_that_can_be_run_or_deleted() {
        var state = TaskState.of(Optional.empty(), sign("APPLYING"));

        assertThat(state.text()).isEqualTo("draft");
        assertThat(state.actions()).containsExactlyInAnyOrder(TaskAction.RUN, TaskAction.DELETE);
        assertThat(state.isActive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "RUNNING,    RUNNING,    -,          starting",
                "RUNNING,    RUNNING,    STARTING,   starting",
                "RUNNING,    RUNNING,    LOADING,    loading",
                "RUNNING,    RUNNING,    APPLYING,   applying",
                "RUNNING,    RUNNING,    COMPLETED,  completed",
                "RUNNING,    RUNNING,    RECOVERING, recovering",
                "RUNNING,    UNASSIGNED, APPLYING,   starting",
                "RUNNING,    RESTARTING, APPLYING,   starting",
                "RUNNING,    -,          APPLYING,   starting",
                "UNASSIGNED, RUNNING,    APPLYING,   starting",
                "RUNNING,    FAILED,     APPLYING,   error",
                "FAILED,     -,          APPLYING,   error",
                "STOPPED,    RUNNING,    APPLYING,   stopping",
                "STOPPED,    -,          APPLYING,   stopped",
                "PAUSED,     PAUSED,     APPLYING,   stopped"
            })
    void a_state_follows_from_connect_and_from_the_last_sign(
            String connector, String task, String sign, String expected) {
        var tasks = task == null ? List.<String>of() : List.of(task);
        var status = new ConnectorStatus(
                connector,
                tasks,
                List.of(),
                "org.apache.kafka.connect.errors.ConnectException: The log is gone.\n at x");
        var state = TaskState.of(Optional.of(new Connector("t", Map.of(), Optional.of(status))), sign(sign));

        assertThat(state.text()).isEqualTo(expected);
        assertThat(state.reason()).isEqualTo(reason(expected));
        assertThat(state.actions().contains(TaskAction.RUN))
                .isEqualTo(expected.equals("stopped") || expected.equals("error"));
        assertThat(state.actions().contains(TaskAction.STOP)).isTrue();
    }

    @Test
    void a_connector_that_has_not_begun_is_starting() {
        var connector = new Connector("t", Map.of(), Optional.empty());

        assertThat(TaskState.of(Optional.of(connector), Optional.empty()).text())
                .isEqualTo("starting");
    }

    private static String reason(String state) {
        return switch (state) {
            case "error" -> "The log is gone.";
            case "recovering" -> "why";
            default -> "";
        };
    }

    private static Optional<Sign> sign(String phase) {
        return Optional.ofNullable(phase)
                .map(word -> new Sign(Instant.now(), Sign.Phase.valueOf(word), word.equals("RECOVERING") ? "why" : ""));
    }
}
