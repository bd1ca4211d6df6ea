package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caudal.local.LocalDirectory;
import dev.caudal.server.access.PlatformUsers;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.world.WorldDatabase;
import dev.caudal.testkit.Npm;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a browser, against a whole platform. Pictures of all screens are left in target/console. */
class ConsoleIT {
    private static final String LOADED = "LOADED";
    private static final String CHANGED = "CHANGED";

    @TempDir
    private Path data;

    @BeforeEach
    void requireBrowser() {
        assumeTrue(Npm.isPossible(), "The console is built and driven by Node and npm, which are not here.");
        assumeTrue(browser().isPresent(), "There is no Chromium here (Debian: chromium).");
    }

    @Test
    void somebody_with_only_a_keyboard_defines_a_task_runs_it_and_sees_rows_and_a_change_arrive() throws Exception {
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

    @Test
    @Tag(Tags.LONG)
    void ten_thousand_tables_are_searched_scrolled_and_chosen() throws Exception {
        try (var database = TestMariaDb.start();
                var platform = new PlatformProcess(data)) {
            database.execute("CREATE DATABASE wide");
            database.execute("BEGIN NOT ATOMIC FOR i IN 0..9999 DO EXECUTE IMMEDIATE CONCAT('CREATE TABLE wide.t',"
                    + " LPAD(i, 5, '0'), ' (a INT PRIMARY KEY) ENGINE=MEMORY'); END FOR; END");

            var said = drive("console-tables.cjs", platform, database, "", line -> {});

            assertThat(said).contains("CHOSEN");
        }
    }

    @Test
    @Tag(Tags.LONG)
    void five_hundred_tasks_and_a_topic_of_many_messages_leave_the_page_fluent() throws Exception {
        try (var database = TestMariaDb.start();
                var platform = new PlatformProcess(data)) {
            database.execute("CREATE DATABASE busy");
            database.execute("CREATE TABLE busy.`rows` (a INT PRIMARY KEY, b VARCHAR(100))");
            database.execute("INSERT INTO busy.`rows` SELECT seq, REPEAT('x', 60) FROM busy.seq_1_to_1000");
            var writer = new Thread(() -> busy(database), "busy");
            writer.setDaemon(true);

            var said = drive("console-busy.cjs", platform, database, "", line -> {
                if (line.equals("BUSY")) {
                    writer.start();
                }
            });

            assertThat(said).contains("DONE");
        }
    }

    /** As many rows as the server takes, for half a minute, which come as as many messages. */
    private static void busy(TestMariaDb database) {
        for (int from = 1_001; from < 2_000_000; from += 20_000) {
            database.execute("INSERT INTO busy.`rows` SELECT seq, REPEAT('x', 60) FROM busy.seq_%d_to_%d"
                    .formatted(from, from + 19_999));
        }
    }

    /** Uses the console; a row is inserted once all are loaded. Returns what the program said. */
    private static List<String> use(PlatformProcess platform, TestMariaDb database, TestKafka other) throws Exception {
        return drive("console.cjs", platform, database, other.bootstrapServers(), line -> {
            switch (line) {
                case "KILL" -> database.kill();
                case "RESTART" -> database.restart();
                case "USERS" ->
                    new PlatformUsers(new LocalDirectory(platform.file("")))
                            .add("eva", UserRole.VIEWER, "only-looks-1");
                case LOADED -> {
                    read(platform.bootstrapServers());
                    database.execute(
                            "INSERT INTO world.city (Name, CountryCode, District, Population) VALUES ('Cibinong', 'IDN', 'West Java', 101300)");
                }
                default -> {}
            }
        });
    }

    private static List<String> drive(
            String name, PlatformProcess platform, TestMariaDb database, String otherServers, Consumer<String> heard)
            throws Exception {
        platform.awaitApi();
        var folder = Npm.install();
        var program = folder.resolve(name);
        try (var script = Objects.requireNonNull(ConsoleIT.class.getResourceAsStream(name))) {
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
                        otherServers)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                System.out.println("console: " + line);
                heard.accept(line);
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

    private static Optional<Path> browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
