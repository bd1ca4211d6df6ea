package dev.caudal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementsTest {

    private final Measurements measurements = new Measurements();

    @Test
    void a_ratio_is_of_runs_that_were_made_back_to_back() {
        measure("caudal", 1, 2, 100);
        measure("direct", 1, 2, 200);
        measure("caudal", 1, 3, 10);
        measure("direct", 1, 3, 40);
        measure("caudal", 2, 2, 600);
        measure("direct", 2, 2, 1000);

        assertThat(measurements.ratio("consume", "caudal", "direct", true, Measurement::rate))
                .hasValue(0.5);
    }

    @Test
    void cold_runs_are_counted_apart() {
        measure("caudal", 1, 1, 10);
        measure("caudal", 1, 2, 100);

        assertThat(measurements.median("consume", "caudal", false, Measurement::rate))
                .hasValue(10);
        assertThat(measurements.median("consume", "caudal", true, Measurement::rate))
                .hasValue(100);
    }

    /** A run of {@code rate} records a second on one processor. */
    private void measure(String engine, int round, int repeat, int rate) {
        var used = new Usage(1_000_000_000L, 1, 0, 0, 0, 1);
        measurements.add(new Measurement("consume", engine, round, repeat, rate, used, 100));
    }
}
