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

/** Sink and restore at toy size: figures mean nothing, but every record is counted. */
@Tag("long")
class S3BenchIT {

    @Test
    void a_small_run_measures_sink_and_restore_beside_their_yardsticks(@TempDir Path data) throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();

        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "s3",
                "--json",
                "--only=sink,open_files,restore",
                "--records=3000",
                "--rounds=1",
                "--repeats=2",
                "--restless",
                "--worker-options=-Xmx256m",
                "--data=" + data);

        assertThat(code).as(err.toString()).isZero();
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("runs")).hasSize(11).allSatisfy(run -> {
            assertThat(run.get("records").asInt()).isEqualTo(3000);
            assertThat(run.get("recordsPerSecond").asDouble()).isPositive();
        });
        assertThat(json.get("figures").fieldNames())
                .toIterable()
                .contains("sink_cpu", "sink_rate", "open_files_memory", "restore_rate");
        assertThat(new LocalDirectory(data.resolve("bench")).run()).isDirectoryNotContaining("glob:**.json");
    }
}
