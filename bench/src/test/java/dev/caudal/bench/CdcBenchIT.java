package dev.caudal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.local.LocalDirectory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison at toy size: figures mean nothing, but every record is counted. */
@Tag("long")
class CdcBenchIT {

    @Test
    void a_small_comparison_measures_engines_and_yardstick_and_prints_their_ratios(@TempDir Path data)
            throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();

        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "cdc",
                "--json",
                "--rounds=1",
                "--repeats=1",
                "--rows=3000",
                "--events=10000",
                "--latency-seconds=2",
                "--brokers=ours",
                "--restless",
                "--engines=caudal,debezium,producer-alone",
                "--data=" + data);

        assertThat(code).as(err.toString()).isZero();
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("transfers")).hasSize(6).allSatisfy(run -> {
            assertThat(run.get("rowsPerSecond").asDouble()).isPositive();
            assertThat(run.get("peakMemoryMiB").asLong()).isPositive();
        });
        assertThat(json.get("latencies"))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.get("p99").asDouble())
                        .isGreaterThanOrEqualTo(run.get("p50").asDouble()));
        assertThat(json.get("ratios").fieldNames())
                .toIterable()
                .contains("full_load_rate", "change_rate", "change_cpu", "latency_p50", "latency_p99");
        assertThat(new LocalDirectory(data.resolve("bench")).run()).isDirectoryNotContaining("glob:**.json");
    }
}
