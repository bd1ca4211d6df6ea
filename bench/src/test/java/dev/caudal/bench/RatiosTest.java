package dev.caudal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatiosTest {

    private final Results results = new Results();

    @Test
    void of_cold_and_warm_the_worse_ratio_counts() {
        transfer("caudal", 1, false, 800);
        transfer("caudal", 1, true, 900);
        transfer("debezium", 1, false, 100);
        transfer("debezium", 1, true, 150);

        assertThat(Ratios.of(results))
                .containsEntry("full_load_rate_cold", 8.0)
                .containsEntry("full_load_rate_warm", 6.0)
                .containsEntry("full_load_rate", 6.0)
                .containsEntry("full_load_cpu", 150 / 900.0);
    }

    @Test
    void rounds_count_by_their_median() {
        transfer("caudal", 1, false, 600);
        transfer("caudal", 2, false, 100);
        transfer("caudal", 3, false, 700);
        transfer("debezium", 1, false, 100);

        assertThat(Ratios.of(results)).containsEntry("full_load_rate", 6.0);
    }

    @Test
    void a_quantile_is_exceeded_by_the_rest_only() {
        var millis = new double[1000];
        for (int at = 0; at < millis.length; at++) {
            millis[at] = 1000 - at;
        }
        var latency = new Latency("caudal", BrokerKind.OURS, 1, millis, 0);

        assertThat(latency.quantile(0.5)).isEqualTo(501);
        assertThat(latency.quantile(0.99)).isEqualTo(991);
        assertThat(latency.quantile(1)).isEqualTo(1000);
    }

    /** A transfer with {@code rate} rows a second on one processor. */
    private void transfer(String engine, int round, boolean warm, int rate) {
        var used = new Usage(1_000_000_000L, 1, 0, 0, 0, 1);
        results.add(new Transfer(Part.LOAD, engine, round, warm, rate, used, 0, 100));
    }
}
