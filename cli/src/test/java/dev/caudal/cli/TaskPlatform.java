package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.world.WorldDatabase;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A platform with the endpoints {@code mariadb}, which has the database {@code world}, and {@code msk}; and commands to it.
 * The classes that test tasks share one, which the first of them starts.
 */
final class TaskPlatform implements AutoCloseable {
    private final Path root;
    private final Platform platform;
    private final TestMariaDb mariaDb = TestMariaDb.start();
    private final ApiClient api;

    /** Gives it to the constructors of test classes. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TaskPlatform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(TaskPlatform.class, key -> new TaskPlatform(), TaskPlatform.class);
        }
    }

    /** What a command did. */
    record Result(int code, String out, String err) {}

    private TaskPlatform() {
        try (Connection connection = mariaDb.connection()) {
            root = Files.createTempDirectory("tasks");
            platform = Platform.start(
                    new PlatformSettings(
                            new LocalDirectory(root.resolve("data")), Port.any(), Port.any(), Optional.empty()),
                    (part, took) -> {});
            api = new ApiClient(URI.create("http://127.0.0.1:" + platform.apiPort()));
            ok("endpoint", "create", "kafka", "--name", "msk", "--bootstrap-servers", platform.bootstrapServers());
            source("mariadb", mariaDb);
            WorldDatabase.create(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder for files of tests. */
    Path root() {
        return root;
    }

    /** The database of the endpoint {@code mariadb}. */
    TestMariaDb mariaDb() {
        return mariaDb;
    }

    ApiClient api() {
        return api;
    }

    @Override
    public void close() throws IOException {
        mariaDb.close();
        platform.close();
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    void source(String name, TestDatabase database, String... more) throws IOException {
        var password = Files.writeString(root.resolve(name + ".password"), database.password());
        var usual = Stream.of(
                "endpoint",
                "create",
                "mysql",
                "--name",
                name,
                "--host",
                database.host(),
                "--port",
                Integer.toString(database.port()),
                "--user",
                database.user(),
                "--password-file",
                password.toString());
        ok(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    Result ok(String... arguments) {
        var result = run(arguments);
        assertThat(result.code()).as("%s: %s", List.of(arguments), result.err()).isEqualTo(ExitCode.OK);
        return result;
    }

    void expect(int code, String why, String... arguments) {
        var result = run(arguments);
        assertThat(result.err()).contains(why);
        assertThat(result.code()).as(result.err()).isEqualTo(code);
    }

    Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.add("--server");
        all.add("http://127.0.0.1:" + platform.apiPort());
        int code = Caudal.run(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false, false), all.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    String state(String task) {
        return api.get("tasks/" + task).path("state").asText();
    }

    long inserts(String task) {
        return count(task, "inserts");
    }

    long count(String task, String kind) {
        return ApiClient.parse(ok("task", "get", task, "-o", "json").out())
                .at("/changes/" + kind)
                .asLong(-1);
    }

    /** The load numbers of a topic's records and how many rows each has; changes have none. */
    Map<String, Integer> loads(String topic) {
        var loads = new TreeMap<String, Integer>();
        messages(topic).stream().filter(load -> !load.isEmpty()).forEach(load -> loads.merge(load, 1, Integer::sum));
        return loads;
    }

    /** The load number of each committed record of a topic, empty for changes. */
    List<String> messages(String topic) {
        return records(topic).stream()
                .map(record -> record.headers().lastHeader("caudal.load"))
                .map(load -> load == null ? "" : new String(load.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What is committed in a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return records(platform.bootstrapServers(), topic);
    }

    /** The same in another cluster. */
    static List<ConsumerRecord<byte[], byte[]>> records(String bootstrapServers, String topic) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
