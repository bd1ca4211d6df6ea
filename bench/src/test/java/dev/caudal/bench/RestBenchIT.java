package dev.caudal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.local.LocalDirectory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The REST proxy at toy size: figures mean nothing, but every record is counted. */
class RestBenchIT {

    @Test
    void a_small_run_measures_the_proxy_beside_kafkas_clients_and_prints_figures(@TempDir Path data) throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();

        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "rest",
                "--json",
                "--records=1000",
                "--rounds=1",
                "--repeats=2",
                "--restless",
                "--data=" + data);

        assertThat(code).as(err.toString()).isZero();
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("runs")).hasSize(14).allSatisfy(run -> {
            assertThat(run.get("records").asInt()).isEqualTo(1000);
            assertThat(run.get("recordsPerSecond").asDouble()).isPositive();
            assertThat(run.get("peakMemoryMiB").asLong()).isPositive();
        });
        assertThat(json.get("figures").fieldNames())
                .toIterable()
                .containsAll(Goal.REST.stream().map(Goal::figure).toList());
        assertThat(new LocalDirectory(data.resolve("bench")).run()).isDirectoryNotContaining("glob:**.json");
    }
}
