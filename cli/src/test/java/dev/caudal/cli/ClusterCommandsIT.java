package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters from the command line, through a kill of the platform. */
class ClusterCommandsIT {
    @TempDir
    private Path root;

    private final List<String> ports =
            List.of("--kafka-port", "--connect-port", "--rest-port", "--s3-port", "--aws-port");

    @AfterEach
    void stop() {
        new ChildProcesses(folder()).stopAll();
    }

    @Test
    void a_cluster_lives_through_a_kill_of_the_platform_and_ends_with_its_delete() throws Exception {
        ProcessRecord broker;
        try (var first = up()) {
            first.awaitNote("The platform runs");
            assertThat(code("cluster", "describe", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("cluster", "create", "--name", "odd", "--brokers", "5"))
                    .isEqualTo(ExitCode.FAILED);
            assertThat(run(
                            "cluster",
                            "create",
                            "--name",
                            "Kafka-test",
                            "--tag",
                            "owner=me",
                            "--kafka-version",
                            "2.2.1"))
                    .matches("arn:aws:kafka:us-east-1:000000000000:cluster/Kafka-test/[0-9a-f-]{36}-\\d{1,2}\n");
            assertThat(code("cluster", "create", "--name", "Kafka-test")).isEqualTo(ExitCode.CONFLICT);
            broker = broker();
            first.kill();
            assertThat(code("cluster", "list")).isEqualTo(ExitCode.UNREACHABLE);
        }
        try (var second = up()) {
            second.awaitNote("The platform runs");
            awaitActive();
            assertThat(run("cluster", "reboot-broker", "Kafka-test", "--broker", "2"))
                    .isEmpty();
            assertThat(broker()).as("adopted").isEqualTo(broker);
            assertThat(describe().at("/Tags/owner").asText()).isEqualTo("me");
            var servers = run("cluster", "bootstrap-brokers", "Kafka-test").strip();
            assertThat(run("topic", "create", "t", "--replication-factor", "2", "-b", servers))
                    .isEmpty();
            assertThat(run("topic", "list", "-b", servers)).isEqualTo("t\n");
            theLinesOfTheDocument(servers);
            assertThat(run("cluster", "list").lines().map(line -> line.split(" ")[0]))
                    .containsExactly("NAME", "Kafka-test", "local");

            assertThat(run("cluster", "delete", "Kafka-test")).isEmpty();
            assertThat(broker.isAlive()).isFalse();
            assertThat(run("cluster", "create", "--name", "Kafka-test", "--no-wait"))
                    .startsWith("arn:");

            assertThat(code("down")).isEqualTo(ExitCode.OK);
            assertThat(second.finish("")).isEqualTo(ExitCode.OK);
            assertThat(ProcessRecord.all(folder())).isEmpty();
        }
    }

    /** Those of its chapters 4.3 and 4.4. */
    private void theLinesOfTheDocument(String servers) throws Exception {
        var zookeeper = describe().path("ZookeeperConnectString").asText();
        assertThat(zookeeper)
                .matches("z-1\\.kafka-test\\.\\w{6}\\.c\\d+\\.kafka\\.us-east-1\\.amazonaws\\.com:2181,z-2.*");

        assertThat(tool(
                        "",
                        "kafka-topics --create --zookeeper %s --replication-factor 2 --partitions 1 --topic test"
                                .formatted(zookeeper)))
                .isEqualTo("Created topic test.\n");
        assertThat(tool("", "kafka-topics –list –zookeeper")).isEqualTo("t\ntest\n");
        tool("hola\n", "kafka-console-producer --broker-list %s --topic test".formatted(servers));
        assertThat(tool(
                        "",
                        "kafka-console-consumer --bootstrap-server %s --topic test --from-beginning --max-messages 1"
                                .formatted(servers)))
                .isEqualTo("hola\n");
    }

    private String tool(String input, String line) throws Exception {
        try (var process = CommandProcess.tool(root, data(), line.split(" "))) {
            assertThat(process.finish(input)).as(process.err()).isZero();
            return process.out();
        }
    }

    /** The brokers are adopted in the background. */
    private void awaitActive() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!describe().path("State").asText().equals("ACTIVE")) {
            assertThat(System.nanoTime() - end).isNegative();
        }
    }

    private JsonNode describe() throws Exception {
        return new ObjectMapper()
                .readTree(run("cluster", "describe", "Kafka-test"))
                .path("ClusterInfo");
    }

    private ProcessRecord broker() {
        return ProcessRecord.read(folder(), "Kafka-test.b-1").orElseThrow();
    }

    private CommandProcess up() throws IOException {
        var arguments = new ArrayList<>(List.of("up", "--data", data().toString()));
        for (var port : ports) {
            arguments.add(port);
            arguments.add(Integer.toString(Port.any().choose("a test")));
        }
        return CommandProcess.start(root, arguments.toArray(String[]::new));
    }

    private String run(String... arguments) throws Exception {
        try (var process = start(arguments)) {
            assertThat(process.finish("")).as(process.err()).isEqualTo(ExitCode.OK);
            return process.out();
        }
    }

    private int code(String... arguments) throws Exception {
        try (var process = start(arguments)) {
            int code = process.finish("");
            if (code != ExitCode.OK) {
                assertThat(process.err()).startsWith("caudal: ").hasLineCount(1);
            }
            return code;
        }
    }

    private CommandProcess start(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(data().toString());
        return CommandProcess.start(root, all.toArray(String[]::new));
    }

    private LocalDirectory folder() {
        return new LocalDirectory(data());
    }

    private Path data() {
        return root.resolve("data folder");
    }
}
