package dev.caudal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.AtMessage;
import dev.caudal.core.Operation;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.connect.ConnectPassword;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.server.definition.DefinitionFollower;
import dev.caudal.server.definition.Json;
import dev.caudal.server.endpoint.ConnectorSettings;
import dev.caudal.server.endpoint.EndpointKind;
import dev.caudal.server.world.WorldDatabase;
import dev.caudal.testkit.TestMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job inside the platform: world.city into a topic, then its changes. */
class ReplicationIT {
    private static final String CANARY = "Canary-Kz4$x";

    @TempDir
    private Path root;

    @Test
    void world_city_is_loaded_and_then_followed() throws SQLException {
        try (var database = TestMariaDb.start();
                var platform = Platform.start(
                        new PlatformSettings(
                                new LocalDirectory(root),
                                Port.preferred(29092),
                                Port.preferred(28083),
                                Optional.empty()),
                        (part, took) -> {});
                Connection connection = database.connection()) {
            WorldDatabase.create(connection);
            createEndpoints(database, platform);
            platform.connect().put("city", task(platform));
            List<ConsumerRecord<byte[], byte[]>> load = consume(platform, 4079);
            assertThat(load).hasSize(4079);
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO world.city (Name, CountryCode, District, Population)"
                        + " VALUES ('Cibinong', 'IDN', 'West Java', 101300)");
                statement.execute("UPDATE world.city SET Population = 101301 WHERE Name = 'Cibinong'");
                statement.execute("DELETE FROM world.city WHERE Name = 'Cibinong'");
            }
            List<AtMessage> changes = consume(platform, 4082).stream()
                    .skip(4079)
                    .map(each -> AtMessage.parse(each.value()))
                    .toList();
            assertThat(changes)
                    .extracting(each -> each.headers().operation())
                    .containsExactly(Operation.INSERT, Operation.UPDATE, Operation.DELETE);
            assertThat(everything(platform))
                    .contains("${caudal:endpoint/world-db:password}")
                    .doesNotContain(CANARY);
        }
    }

    private static void createEndpoints(TestMariaDb database, Platform platform) {
        database.execute("CREATE USER canary IDENTIFIED BY '" + CANARY + "'", "GRANT ALL PRIVILEGES ON *.* TO canary");
        var source = Json.MAPPER.createObjectNode().put("name", "world-db").put("type", "mysql");
        source.putObject("settings")
                .put("host", database.host())
                .put("port", database.port())
                .put("user", "canary")
                .put("password", CANARY);
        var target = Json.MAPPER.createObjectNode().put("name", "local").put("type", "kafka");
        target.putObject("settings").put("bootstrap-servers", platform.bootstrapServers());
        for (var body : List.of(source, target)) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + platform.apiPort() + "/api/v1/endpoints"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
            assertThat(send(request)).contains("\"version\":1").doesNotContain(CANARY);
        }
    }

    private static String send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> task(Platform platform) {
        Map<String, String> task = new HashMap<>();
        task.put("connector.class", "dev.caudal.replicate.ReplicationConnector");
        task.put("tasks.max", "1");
        task.put("exactly.once.support", "required");
        task.put("offsets.storage.topic", "caudal-offsets");
        task.put("connect.group.id", platform.connectGroup());
        try (var definitions = new DefinitionFollower(
                Map.of("bootstrap.servers", platform.bootstrapServers()), List.of(EndpointKind.INSTANCE))) {
            definitions.latest().all(EndpointKind.INSTANCE).forEach(each -> task.putAll(ConnectorSettings.of(each)));
        }
        task.put("tables", "world.city");
        task.put("topic", "world.city");
        task.put("message.key", "none");
        task.put("events.topic", "caudal-events");
        return task;
    }

    /** All that a curious one could read: topics of the platform, the logs' folder, Connect's answers. */
    private static String everything(Platform platform) {
        var all = new StringBuilder();
        for (var topic :
                List.of("caudal-connect-configs", "caudal-connect-status", "caudal-definitions", "caudal-events")) {
            for (var each : consume(platform, topic)) {
                all.append(each.value() == null ? "" : new String(each.value(), StandardCharsets.UTF_8));
            }
        }
        var password = ConnectPassword.read(platform.folder()).orElseThrow();
        var connectors = platform.connect().root().resolve("connectors?expand=info&expand=status");
        assertThat(send(HttpRequest.newBuilder(connectors).build())).contains("\"error_code\":401");
        var known = HttpRequest.newBuilder(connectors).header("Authorization", ConnectPassword.header(password));
        assertThat(send(known.copy().header("Origin", "https://evil.example").build()))
                .contains("\"error_code\":403");
        return all.append(send(known.build())).toString();
    }

    private static List<ConsumerRecord<byte[], byte[]>> consume(Platform platform, String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        var partition = new TopicPartition(topic, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", platform.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static List<ConsumerRecord<byte[], byte[]>> consume(Platform platform, int count) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", platform.bootstrapServers());
        properties.put("group.id", "test-" + System.nanoTime());
        properties.put("auto.offset.reset", "earliest");
        properties.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("world.city"));
            long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            while (records.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                platform.connect()
                        .status("city")
                        .filter(ConnectorStatus::hasFailed)
                        .ifPresent(status -> {
                            throw new AssertionError(status.reason() + status.trace());
                        });
            }
        }
        return records;
    }
}
