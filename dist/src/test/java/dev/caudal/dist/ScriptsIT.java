package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names in {@code bin} that users of Kafka and Confluent know, run as the scripts that they are. */
class ScriptsIT {
    @TempDir
    private Path folder;

    /** What the scripts run is what the build has just packaged; without the mark they would build it again. */
    @BeforeEach
    void markAsBuilt() throws IOException {
        Files.writeString(Repository.program().resolveSibling("built"), "");
    }

    @Test
    void a_topic_is_created_written_and_read_by_the_documents_lines() throws Exception {
        try (var platform = new PlatformProcess(folder)) {
            // Chapter 4.3, with the long dashes of its text.
            var created = run(
                    "",
                    "kafka-topics.sh",
                    "\u2013create",
                    "\u2013zookeeper",
                    "z-1.example.com:2181",
                    "\u2013replication-factor",
                    "1",
                    "\u2013partitions",
                    "1",
                    "\u2013topic",
                    "test");
            assertThat(created.out()).contains("Created topic test.");

            run(
                    "hola\nmundo\n",
                    "kafka-console-producer.sh",
                    "--broker-list",
                    platform.bootstrapServers(),
                    "--topic",
                    "test");
            var read = run(
                    "",
                    "kafka-console-consumer",
                    "--bootstrap-server",
                    platform.bootstrapServers(),
                    "--topic",
                    "test",
                    "--from-beginning",
                    "--max-messages",
                    "2",
                    "--timeout-ms",
                    "60000");
            assertThat(read.out().lines()).contains("hola", "mundo");
        }
    }

    @Test
    void a_connector_file_is_looked_at_before_a_worker_starts() throws Exception {
        var worker = Repository.file("etc/kafka/connect-standalone.properties").toString();
        var shipped = Repository.file("etc/kafka-connect-s3/quickstart-s3.properties");
        var filled = Files.writeString(
                folder.resolve("filled.properties"),
                Files.readString(shipped)
                        .replace("topics=\n", "topics=city\n")
                        .replace("s3.region=\n", "s3.region=us-east-1\n")
                        .replace("s3.bucket.name=\n", "s3.bucket.name=backup\n"));

        assertThat(start("", "connect-standalone", worker, shipped.toString(), "--check")
                        .code())
                .isEqualTo(1);
        run("", "connect-standalone", worker, filled.toString(), "--check");
    }

    private record Ended(int code, String out) {}

    private Ended run(String input, String script, String... arguments) throws Exception {
        var ended = start(input, script, arguments);
        assertThat(ended.code()).as(ended.out()).isZero();
        return ended;
    }

    private Ended start(String input, String script, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Repository.file("bin/" + script).toString()));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out.txt");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(
                        Files.writeString(folder.resolve("in.txt"), input).toFile());
        builder.environment().put("CAUDAL_DATA", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(script + " does not end: " + Files.readString(out));
        }
        return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }
}
