package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names in {@code bin} that users of Kafka and Confluent know, run as the scripts that they are. */
class ScriptsIT {
    private static final Path SINK = Repository.file("etc/kafka-connect-s3/quickstart-s3.properties");
    private static final Path WORKER = Repository.file("etc/kafka/connect-standalone.properties");

    @TempDir
    private static Path folder;

    private static PlatformProcess platform;

    /** What the scripts run is what the build has just packaged; without the mark they would build it again. */
    @BeforeAll
    static void start() throws IOException {
        Files.writeString(Repository.program().resolveSibling("built"), "");
        platform = new PlatformProcess(folder);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_topic_is_created_written_and_read_by_the_documents_lines() throws Exception {
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

    @Test
    void a_connector_file_is_looked_at_before_a_worker_starts() throws Exception {
        assertThat(start("", "connect-standalone", worker(), SINK.toString(), "--check")
                        .code())
                .isEqualTo(1);
        run("", "connect-standalone", worker(), sink(), "--check");
    }

    @Test
    void the_documents_line_puts_a_topic_into_the_bucket() throws Exception {
        run("", "../caudal", "bucket", "create", "backup");
        run("", "kafka-topics", "--bootstrap-server", platform.bootstrapServers(), "--create", "--topic", "city");
        send(3);

        // Chapter 7.4.
        var log = folder.resolve("worker.txt");
        var worker = launch(log, "", "connect-standalone", worker(), sink(), "--local-s3");
        try {
            Eventually.holds("two objects are in the bucket", () -> {
                assertThat(worker.isAlive()).as(Files.readString(log)).isTrue();
                return objects().size() == 2;
            });
            worker.destroy();
            assertThat(worker.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            worker.destroyForcibly();
        }

        var first = objects().get(0);
        assertThat(bucket().relativize(first).toString())
                .matches("topics/city/\\d{4}-\\d\\d-\\d\\d/\\d\\d/city\\+0\\+0000000000\\.json");
        assertThat(first).hasContent("{\"z\":1.10,\"a\":0}");
    }

    private record Ended(int code, String out) {}

    private Ended run(String input, String script, String... arguments) throws Exception {
        var ended = start(input, script, arguments);
        assertThat(ended.code()).as(ended.out()).isZero();
        return ended;
    }

    private Ended start(String input, String script, String... arguments) throws Exception {
        var out = folder.resolve("out.txt");
        var process = launch(out, input, script, arguments);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(script + " does not end: " + Files.readString(out));
        }
        return new Ended(process.exitValue(), Files.readString(out));
    }

    private static Process launch(Path out, String input, String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Repository.file("bin/" + script).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(
                        Files.writeString(folder.resolve("in.txt"), input).toFile());
        builder.environment().put("CAUDAL_DATA", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** The worker's file as it is shipped, but for the servers of this test. */
    private static String worker() throws IOException {
        var text = Files.readString(WORKER)
                .replace("localhost:9092", platform.bootstrapServers())
                .replace(
                        "/tmp/connect.offsets",
                        folder.resolve("connect.offsets").toString());
        return Files.writeString(folder.resolve("worker.properties"), text).toString();
    }

    /** The connector's file as it is shipped, its three values filled in. */
    private static String sink() throws IOException {
        var text = Files.readString(SINK)
                .replace("topics=\n", "topics=city\n")
                .replace("s3.region=\n", "s3.region=us-east-1\n")
                .replace("s3.bucket.name=\n", "s3.bucket.name=backup\n");
        return Files.writeString(folder.resolve("sink.properties"), text).toString();
    }

    /** A record each 61 s of their own time, so that each but the last is an object by itself. */
    private static void send(int records) throws Exception {
        long begin = System.currentTimeMillis() - records * 61_000L;
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", platform.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                var value = "{\"z\":1.10,\"a\":%d}".formatted(i);
                producer.send(new ProducerRecord<>("city", 0, begin + i * 61_000L, null, value))
                        .get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static List<Path> objects() throws IOException {
        try (var files = Files.walk(bucket())) {
            return files.filter(file -> file.getFileName().toString().startsWith("city+0+"))
                    .sorted()
                    .toList();
        }
    }

    private static Path bucket() {
        return folder.resolve("s3").resolve("backup");
    }
}
