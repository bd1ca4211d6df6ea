package dev.caudal.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-11-27T07:00:20Z");

    @Test
    void a_task_that_follows_the_log_and_hears_its_source_is_well() {
        var health = of("changes", "'heard':'2026-11-27T07:00:19Z'");

        assertThat(health.well()).isTrue();
        assertThat(health.condition()).isEqualTo("changes");
    }

    @Test
    void a_task_whose_source_is_not_heard_is_never_well() {
        var health = of("changes", "'heard':'2026-11-27T07:00:10Z'");

        assertThat(health.well()).isFalse();
        assertThat(health.text()).contains("The source was not heard for 10 s");
    }

    @Test
    void a_task_whose_changes_wait_without_a_commit_is_never_well() {
        var health = of(
                "changes",
                "'heard':'2026-11-27T07:00:19Z','read':{'inserts':5},'totals':{'inserts':2},'committed':'2026-11-27T07:00:00Z'");

        assertThat(health.condition()).isEqualTo("stalled");
        assertThat(health.text()).contains("3 changes wait").contains("for 20 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "loading", "changes", "completed", "recovering"})
    void a_task_that_says_nothing_is_never_well(String phase) {
        var report = report(phase, "'heard':'2026-11-27T07:00:19Z'");

        assertThat(Health.of(report, NOW.plusSeconds(9)).condition()).isEqualTo("silent");
        assertThat(Health.of(report, NOW.plusSeconds(9)).well()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "recovering", "failed", "stopped"})
    void only_a_task_that_moves_or_rests_is_well(String phase) {
        assertThat(of(phase, "'reason':'Cannot connect to db1:3306'").well()).isFalse();
    }

    private static Health of(String phase, String more) {
        return Health.of(report(phase, more), NOW);
    }

    private static TaskReport report(String phase, String more) {
        var json = "{'time':'%s','since':'2026-11-27T07:00:00Z','phase':'%s',%s}".formatted(NOW, phase, more);
        try {
            return TaskReport.of("city", new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
