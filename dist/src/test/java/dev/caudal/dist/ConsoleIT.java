package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalS3;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.WorldDatabase;
import dev.caudal.server.backup.BackupTask;
import dev.caudal.testkit.Npm;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestS3;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a browser, against a whole platform. Pictures of all screens are left in target/console. */
class ConsoleIT {
    private static final String LOADED = "LOADED";
    private static final String CHANGED = "CHANGED";

    @TempDir
    private Path data;

    @Test
    void somebody_with_only_a_keyboard_defines_a_task_runs_it_and_sees_rows_and_a_change_arrive() throws Exception {
        assumeTrue(Npm.isPossible(), "The console is built and driven by Node and npm, which are not here.");
        assumeTrue(browser().isPresent(), "There is no Chromium here (Debian: chromium).");
        MariaDbPrograms.offer(data.resolve("servers"));
        try (var database = TestMariaDb.start();
                var other = TestKafka.start();
                var platform = new PlatformProcess(data)) {
            try (var connection = database.connection()) {
                WorldDatabase.create(connection);
            }
            fill(database);

            var said = use(platform, database, other);

            assertThat(said).contains(LOADED, CHANGED);
        }
    }

    /** A table whose load takes long enough for an accident. */
    private static void fill(TestMariaDb database) {
        database.execute("CREATE DATABASE big");
        database.execute("CREATE TABLE big.lines (a INT PRIMARY KEY, b VARCHAR(100))");
        database.execute("INSERT INTO big.lines SELECT seq, REPEAT('x', 60) FROM big.seq_1_to_500000");
    }

    /** Uses the console; a row is inserted once all are loaded. Returns what the program said. */
    private static List<String> use(PlatformProcess platform, TestMariaDb database, TestKafka other) throws Exception {
        var folder = Npm.install();
        var program = folder.resolve("console.cjs");
        try (var script = Objects.requireNonNull(ConsoleIT.class.getResourceAsStream("console.cjs"))) {
            Files.write(program, script.readAllBytes());
        }
        var process = new ProcessBuilder(
                        "node",
                        program.toString(),
                        "http://127.0.0.1:" + platform.apiPort(),
                        browser().orElseThrow().toString(),
                        Integer.toString(database.port()),
                        database.user(),
                        database.password(),
                        platform.bootstrapServers(),
                        Path.of("target/console").toAbsolutePath().toString(),
                        other.bootstrapServers())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                System.out.println("console: " + line);
                if (line.equals("KILL")) {
                    database.kill();
                } else if (line.equals("RESTART")) {
                    database.restart();
                } else if (line.equals(LOADED)) {
                    read(platform.bootstrapServers());
                    backUp(platform);
                    database.execute(
                            "INSERT INTO world.city (Name, CountryCode, District, Population) VALUES ('Cibinong', 'IDN', 'West Java', 101300)");
                }
            }
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
        return said;
    }

    /** A group of consumers that has read all but a few messages. */
    private static void read(String bootstrapServers) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "group.id", "lector"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.commitSync(Map.of(new TopicPartition("world.city", 0), new OffsetAndMetadata(4000)));
        }
    }

    /** A backup of what the task sends, into the platform's own store. */
    private static void backUp(PlatformProcess platform) {
        var store = ProcessRecord.read(new LocalDirectory(platform.file("")), LocalS3.NAME)
                .map(record -> LocalS3.endpoint(record.port()))
                .orElseThrow();
        try (var client = TestS3.newClient(store)) {
            client.createBucket(request -> request.bucket("backup"));
        }
        var settings = Map.of(
                "s3.bucket.name", "backup",
                "store.url", store.toString(),
                "s3.region", LocalS3.REGION,
                "aws.access.key.id", LocalS3.KEY,
                "aws.secret.access.key", LocalS3.KEY);
        var task = new BackupTask(
                "backup", "world\\..*", platform.bootstrapServers(), "lost", settings, Duration.ofSeconds(1), 1);
        platform.client().put("backup", task.configuration());
    }

    private static Optional<Path> browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
