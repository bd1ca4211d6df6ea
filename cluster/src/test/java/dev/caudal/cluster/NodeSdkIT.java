package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.testkit.Npm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amazon's SDK for JavaScript. */
class NodeSdkIT {
    @TempDir
    private Path root;

    @Test
    void a_cluster_lives_and_ends_by_the_sdk_for_javascript() throws Exception {
        assumeTrue(Npm.isPossible(), "There is no Node here");
        var folder = Npm.install();
        try (var program = NodeSdkIT.class.getResourceAsStream("msk.js");
                var plane = new TestPlane(root.resolve("data"))) {
            Files.write(
                    folder.resolve("msk.js"), Objects.requireNonNull(program).readAllBytes());
            var out = root.resolve("out.txt");
            var err = root.resolve("err.txt");

            var node = new ProcessBuilder("node", "msk.js", "http://127.0.0.1:" + plane.port())
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();

            assertThat(node.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(node.exitValue()).as(Files.readString(err)).isZero();
            var json = new ObjectMapper().readTree(Files.readString(out));
            assertThat(json.path("BootstrapBrokerString").asText().split(",")).hasSize(2);
            assertThat(json.at("/topics/0").asText()).isEqualTo("t");
            assertThat(json.path("refusal").asText()).isEqualTo("NotFoundException");
            assertThat(json.path("end").asText()).isEqualTo("NotFoundException");
        }
    }
}
