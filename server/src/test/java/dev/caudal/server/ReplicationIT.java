package dev.caudal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.AtMessage;
import dev.caudal.core.Operation;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.testkit.TestMariaDb;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job inside the platform: world.city into a topic, then its changes. */
class ReplicationIT {

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
            platform.connect().put("city", task(database, platform));
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
            System.out.println(platform.connect().offsets("city"));
        }
    }

    private static Map<String, String> task(TestMariaDb database, Platform platform) {
        Map<String, String> task = new HashMap<>();
        task.put("connector.class", "dev.caudal.replicate.ReplicationConnector");
        task.put("tasks.max", "1");
        task.put("exactly.once.support", "required");
        task.put("offsets.storage.topic", "caudal-offsets");
        task.put("connect.group.id", platform.connectGroup());
        task.put("source.host", database.host());
        task.put("source.port", Integer.toString(database.port()));
        task.put("source.user", database.user());
        task.put("source.password", database.password());
        task.put("tables", "world.city");
        task.put("target.bootstrap.servers", platform.bootstrapServers());
        task.put("topic", "world.city");
        task.put("message.key", "none");
        return task;
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
