package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.testkit.Npm;
import dev.caudal.testkit.TestKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The collection for Postman, run by Postman's own program for that. */
final class PostmanIT {
    private static final Path COLLECTION = Path.of("../docs/postman/Caudal.postman_collection.json");
    private static final int MINUTES = 3;

    /** So many are in the collection; requests that wait for something are sent more than once. */
    private static final int REQUESTS = 121;

    private static final int ASSERTIONS = 237;

    private static TestKafka kafka;
    private static TestProxy proxy;
    private static Path folder;

    @BeforeAll
    static void start() {
        assumeTrue(Npm.isPossible(), "There is no Node here");
        folder = Npm.install();
        kafka = TestKafka.start();
        proxy = new TestProxy(kafka);
    }

    @AfterAll
    static void stop() {
        if (kafka != null) {
            proxy.close();
            kafka.close();
        }
    }

    @Test
    void the_collection_passes_twice_and_leaves_no_topic() throws Exception {
        assertPasses(run());
        assertPasses(run());

        assertThat(proxy.http().get("/topics").body()).doesNotContain("postman");
    }

    /** How a run ended, and what it printed and counted. */
    private record Run(int code, String output, JsonNode stats) {}

    private static void assertPasses(Run run) {
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.stats().path("requests").path("total").asInt())
                .as(run.output())
                .isGreaterThanOrEqualTo(REQUESTS);
        assertThat(run.stats().path("assertions").path("total").asInt())
                .as(run.output())
                .isGreaterThanOrEqualTo(ASSERTIONS);
    }

    private static Run run() throws Exception {
        var output = folder.resolve("newman.out");
        var report = folder.resolve("newman.json");
        Files.deleteIfExists(report);
        var process = new ProcessBuilder(
                        "node",
                        "node_modules/newman/bin/newman.js",
                        "run",
                        COLLECTION.toAbsolutePath().toString(),
                        "--env-var",
                        "baseUrl=http://127.0.0.1:" + proxy.port(),
                        "--timeout-request",
                        "30000",
                        "--color",
                        "off",
                        "--reporters",
                        "cli,json",
                        "--reporter-json-export",
                        report.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "newman still runs after %d minutes:%n%s".formatted(MINUTES, Files.readString(output)));
        }
        assertThat(report).as(Files.readString(output)).exists();
        var stats = new ObjectMapper().readTree(report.toFile()).path("run").path("stats");
        return new Run(process.exitValue(), Files.readString(output), stats);
    }
}
