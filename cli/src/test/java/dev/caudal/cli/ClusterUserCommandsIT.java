package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.cluster.ClusterSettings;
import dev.caudal.cluster.ControlPlane;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users of a cluster from the command line, and what Kafka's clients do with the settings that it writes. */
class ClusterUserCommandsIT {
    @TempDir
    private Path root;

    @Test
    void who_is_added_connects_with_the_written_settings_and_who_is_removed_does_not() throws Exception {
        var folder = new LocalDirectory(root.resolve("data"));
        var first = "127.%d.%d.11"
                .formatted(
                        ThreadLocalRandom.current().nextInt(64, 255),
                        ThreadLocalRandom.current().nextInt(1, 255));
        try (var plane =
                ControlPlane.start(new ClusterSettings(folder, Port.any(), first, ClusterSettings.USUAL_REGION))) {
            var endpoint = "http://127.0.0.1:" + plane.port();
            run("", endpoint, "create", "--name", "secure", "--scram", "--certificates");
            run("of alice \"\\\n", endpoint, "user", "add", "secure", "alice");
            assertThat(run("", endpoint, "user", "list", "secure")).isEqualTo("alice\n");

            var file = root.resolve("client.properties");
            Files.writeString(file, run("", endpoint, "client-config", "secure"));
            assertThat(brokers(file)).isEqualTo(2);

            run("another\n", endpoint, "user", "add", "secure", "alice");
            run("", endpoint, "client-config", "secure", "--user", "alice", "--file", file.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(brokers(file)).isEqualTo(2);

            run("", endpoint, "client-config", "secure", "--certificate", "bob", "--file", file.toString());
            assertThat(brokers(file)).isEqualTo(2);

            run("", endpoint, "user", "remove", "secure", "alice");
            assertThat(run("", endpoint, "user", "list", "secure")).isEmpty();
            assertThat(code("", endpoint, "client-config", "secure", "--user", "alice"))
                    .isNotEqualTo(ExitCode.OK);
        } finally {
            new ChildProcesses(folder).stopAll();
        }
    }

    private static int brokers(Path file) throws Exception {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        try (var admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get(60, TimeUnit.SECONDS).size();
        }
    }

    private String run(String input, String endpoint, String... arguments) throws Exception {
        try (var process = start(endpoint, arguments)) {
            assertThat(process.finish(input)).as(process.err()).isEqualTo(ExitCode.OK);
            return process.out();
        }
    }

    private int code(String input, String endpoint, String... arguments) throws Exception {
        try (var process = start(endpoint, arguments)) {
            return process.finish(input);
        }
    }

    private CommandProcess start(String endpoint, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("cluster"));
        all.addAll(List.of(arguments));
        all.addAll(
                List.of("--endpoint", endpoint, "--data", root.resolve("data").toString()));
        return CommandProcess.start(root, all.toArray(String[]::new));
    }
}
