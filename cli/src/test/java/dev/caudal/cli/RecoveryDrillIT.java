package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryDrillIT {
    @TempDir
    private Path folder;

    @Test
    void a_lost_cluster_comes_back_from_the_bucket_and_its_consumers_go_on() throws Exception {
        try (var drill = CommandProcess.start(folder, "recovery", "drill", "--records", "3000", "-o", "json")) {
            assertThat(drill.finish("")).as(drill.err()).isEqualTo(ExitCode.OK);

            var result = new ObjectMapper().readTree(drill.out());
            assertThat(result.path("records").asInt()).isEqualTo(3_000);
            assertThat(result.path("lost").asInt(-1)).isZero();
            assertThat(result.path("duplicated").asInt(-1)).isZero();
            assertThat(result.path("reordered").asInt(-1)).isZero();
            assertThat(result.path("altered").asInt(-1)).isZero();
            assertThat(result.path("consumers").asInt()).isEqualTo(3);
            assertThat(result.path("consumersExact").asInt()).isEqualTo(3);
        }
    }
}
