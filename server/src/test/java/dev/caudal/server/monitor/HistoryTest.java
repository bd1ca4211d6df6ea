package dev.caudal.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant START = Instant.parse("2026-11-27T07:00:00Z");

    private final History history = new History(Duration.ofSeconds(1), 5);

    @Test
    void it_keeps_one_point_for_each_step_and_no_more_than_its_size() {
        for (int second = 0; second < 12; second++) {
            add(START.plusSeconds(second), second);
            add(START.plusSeconds(second).plusMillis(400), 100 + second);
        }

        assertThat(history.points(START.plusSeconds(11)))
                .extracting(HistoryPoint::sourceLatencyMillis)
                .containsExactly(107L, 108L, 109L, 110L, 111L);
    }

    @Test
    void a_gap_stays_a_gap_and_old_points_are_not_shown_as_new_ones() {
        add(START, 0);
        add(START.plusSeconds(3), 3);

        assertThat(history.points(START.plusSeconds(4)))
                .extracting(HistoryPoint::sourceLatencyMillis)
                .containsExactly(0L, 3L);
        assertThat(history.points(START.plusSeconds(6)))
                .extracting(HistoryPoint::sourceLatencyMillis)
                .containsExactly(3L);
        assertThat(history.points(START.plusSeconds(60))).isEmpty();
    }

    private void add(Instant time, long latency) {
        history.add(new HistoryPoint(
                time, TaskPhase.CHANGES, OperationCounts.NONE, OperationCounts.NONE, latency, latency));
    }
}
