package dev.caudal.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T07:00:20Z");

    private final List<Alert> told = new ArrayList<>();
    private final Alerts alerts = new Alerts(AlertRules.USUAL, told::add);

    @Test
    void an_alert_is_told_when_it_has_stood_for_ten_seconds_and_when_it_is_over() throws Exception {
        look(0, table("world.city", "error"));
        look(9, table("world.city", "error"));
        assertThat(told).isEmpty();

        look(10, table("world.city", "error"));
        look(11, table("world.city", "error"));
        look(12, table("world.city", "completed"));

        assertThat(told).extracting(Alert::raised).containsExactly(true, false);
        assertThat(told).extracting(Alert::subject).containsOnly("world.city");
        assertThat(alerts.standing()).isEmpty();
    }

    @Test
    void what_is_no_table_of_the_task_any_more_is_not_in_error() throws Exception {
        look(0, table("world.city", "error"));
        look(10, table("world.city", "error"));

        look(11);

        assertThat(alerts.standing()).isEmpty();
        assertThat(told).extracting(Alert::raised).containsExactly(true, false);
    }

    private void look(int second, TableReport... tables) throws Exception {
        var now = NOW.plusSeconds(second);
        var report =
                "{\"time\":\"%s\",\"since\":\"%s\",\"heard\":\"%s\",\"phase\":\"changes\"}".formatted(now, NOW, now);
        alerts.look(TaskReport.of("shop", new ObjectMapper().readTree(report)), List.of(tables), now);
    }

    private static TableReport table(String name, String state) throws Exception {
        return TableReport.of(name, new ObjectMapper().readTree("{\"state\":\"%s\"}".formatted(state)));
    }
}
