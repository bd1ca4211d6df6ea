package dev.caudal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalS3;
import dev.caudal.testkit.TestKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandsIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path root;

    @AfterEach
    void stop() {
        new ChildProcesses(new LocalDirectory(data())).stopAll();
    }

    @Test
    void what_a_platform_backs_up_is_listed_verified_and_restored_elsewhere() throws Exception {
        try (var up = CommandProcess.start(root, "up", "--data", data().toString());
                var target = TestKafka.start()) {
            up.awaitNote("The platform runs in");
            run("", "topic", "create", "world.city", "--partitions", "2");
            run("k:{\"a\":1}\nk:not JSON\nl:{\"b\":2}\n", "topic", "produce", "world.city", "--key-separator", ":");
            run("", "bucket", "create", "backup");

            assertThat(run("", "backup", "create", "--topics", "world\\..*", "--bucket", "backup", "--every", "1"))
                    .isEmpty();

            awaitRecords(3);
            assertThat(run("", "backup", "list", "backup"))
                    .contains("world.city")
                    .hasLineCount(2);
            assertThat(run("", "backup", "browse", "backup")).contains("world.city", "exact");
            assertThat(run("", "backup", "verify", "backup")).contains("world.city");
            assertThat(run("", "restore", "--from", "backup", "--to", target.bootstrapServers(), "--dry-run"))
                    .contains("world.city");
            assertThat(target.admin().listTopics().names().get()).isEmpty();

            var report =
                    json(run("", "restore", "--from", "s3://backup", "--to", target.bootstrapServers(), "-o", "json"));

            assertThat(report.path("records").asInt()).isEqualTo(3);
            assertThat(report.path("warnings")).isEmpty();
            assertThat(target.consume("world.city", true))
                    .extracting(record -> new String(record.key(), UTF_8) + ":" + new String(record.value(), UTF_8))
                    .containsExactlyInAnyOrder("k:{\"a\":1}", "k:not JSON", "l:{\"b\":2}");

            damageOneObject();
            assertThat(code("backup", "verify", "backup")).isEqualTo(ExitCode.FAILED);
            assertThat(code("restore", "--from", "nope", "--to", target.bootstrapServers()))
                    .isEqualTo(ExitCode.NOT_FOUND);
            up.interrupt();
            assertThat(up.finish("")).isEqualTo(ExitCode.OK);
        }
    }

    private void awaitRecords(long wanted) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() - end < 0) {
            try (var browse = start("backup", "browse", "backup", "-o", "json")) {
                if (browse.finish("") == ExitCode.OK && records(json(browse.out())) >= wanted) {
                    return;
                }
            }
        }
        throw new AssertionError("The records do not come into the bucket.");
    }

    private static long records(JsonNode reports) {
        long records = 0;
        for (var topic : reports.path(0).path("topics")) {
            for (var partition : topic.path("partitions")) {
                records += partition.path("records").asLong();
            }
        }
        return records;
    }

    private void damageOneObject() throws Exception {
        try (var files = Files.walk(new LocalDirectory(data()).data(LocalS3.NAME))) {
            var object = files.filter(file ->
                            file.toString().endsWith(".json") && file.toString().contains("world.city+"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(object, "{}\n");
        }
    }

    private Path data() {
        return root.resolve("data");
    }

    private String run(String input, String... arguments) throws Exception {
        try (var command = start(arguments)) {
            assertThat(command.finish(input)).as(command.err()).isEqualTo(ExitCode.OK);
            return command.out();
        }
    }

    private int code(String... arguments) throws Exception {
        try (var command = start(arguments)) {
            return command.finish("");
        }
    }

    private CommandProcess start(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return CommandProcess.start(root, all.toArray(String[]::new));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
