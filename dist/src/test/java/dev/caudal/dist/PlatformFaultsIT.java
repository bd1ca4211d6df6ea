package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.AtMessage;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform is killed while tasks are changed, run and stopped, and rows of theirs cannot be sent. */
@Tag(Tags.FAULTS)
class PlatformFaultsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 5_000;
    private static final int KILLS = 5;

    private final Random random = Seeds.random("platform");
    private int acknowledged;
    private int tried;
    private int rows = ROWS;

    @Test
    @Tag(Tags.LONG)
    void what_was_saved_is_whole_and_each_row_is_sent_or_in_the_exceptions_topic_once(@TempDir Path data)
            throws Exception {
        try (TestMariaDb database = TestMariaDb.start();
                PlatformProcess platform = new PlatformProcess(data)) {
            database.execute("CREATE DATABASE kept", "CREATE TABLE kept.doc (id INT PRIMARY KEY, body TEXT)");
            database.execute(IntStream.rangeClosed(1, ROWS)
                    .mapToObj(PlatformFaultsIT::insert)
                    .toArray(String[]::new));
            var requests = new PlatformRequests(platform);
            requests.endpoints(database);
            requests.send("POST", "tasks", definition());
            requests.send("POST", "tasks/task/run", Map.of());
            for (int kill = 0; kill < KILLS; kill++) {
                var changes = CompletableFuture.runAsync(() -> change(requests, database));
                Thread.sleep(random.nextInt(3_000));
                platform.kill();
                changes.join();
                platform.restart();
                var task = requests.send("GET", "tasks/task", Map.of());
                int saved = task.path("description").asInt();
                assertThat(saved).isBetween(acknowledged, tried);
                assertThat(task.path("settings").path("commit.rows").asInt()).isEqualTo(1_000 + saved);
                acknowledged = saved;
            }
            runToTheEnd(requests);
            var all = IntStream.rangeClosed(1, rows).boxed().toList();
            var sent = ids(
                    platform,
                    "kept.doc",
                    record -> AtMessage.parse(record).data().path("id").asInt());
            var failed = ids(
                    platform,
                    "task.exceptions",
                    record -> parse(record).path("row").path("id").asInt());
            assertThat(sent)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().filter(id -> id % 2 == 0).toList());
            assertThat(failed)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().filter(id -> id % 2 == 1).toList());
        }
    }

    private static String insert(int id) {
        return "INSERT INTO kept.doc VALUES (%d, '%s')".formatted(id, id % 2 == 0 ? "{\"n\": 1}" : "no JSON");
    }

    private ObjectNode definition() {
        var task = JSON.createObjectNode()
                .put("name", "task")
                .put("description", Integer.toString(tried))
                .put("source", "ledger")
                .put("target", "msk");
        task.putObject("tables").putArray("include").add("kept.doc");
        task.putObject("tableSettings").putObject("kept.doc").put("where", "json_extract($body, '$.n') > 0");
        task.putObject("settings").put("commit.rows", 1_000 + tried);
        return task;
    }

    /** Changes, stops and runs the task, and its table, until the platform is gone. */
    private void change(PlatformRequests requests, TestMariaDb database) {
        try {
            while (true) {
                var seen =
                        JSON.readTree(requests.ask("GET", "tasks/task", "", "").body());
                tried++;
                if (requests.ask(
                                        "PUT",
                                        "tasks/task",
                                        definition(),
                                        seen.path("version").asText())
                                .statusCode()
                        < 300) {
                    acknowledged = tried;
                }
                rows++;
                database.execute(insert(rows));
                var unused =
                        requests.ask("POST", "tasks/task/" + (random.nextBoolean() ? "run" : "stop"), Map.of(), "");
            }
        } catch (IOException e) {
            // It was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was killed at any moment runs by the requests that a user would make. */
    private static void runToTheEnd(PlatformRequests requests) throws Exception {
        Eventually.holds("the task is stopped", () -> {
            var unused = requests.ask("POST", "tasks/task/stop", Map.of(), "");
            return List.of("draft", "stopped").contains(state(requests));
        });
        requests.send("POST", "tasks/task/run", Map.of());
        Eventually.holds("the task applies", () -> state(requests).equals("applying"));
        requests.send("POST", "tasks/task/stop", Map.of());
        Eventually.holds("the task is stopped", () -> state(requests).equals("stopped"));
    }

    private static String state(PlatformRequests requests) throws Exception {
        return requests.send("GET", "tasks/task", Map.of()).path("state").asText();
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows in the committed records of a topic. */
    private static List<Integer> ids(PlatformProcess platform, String topic, Function<byte[], Integer> id) {
        var partition = new TopicPartition(topic, 0);
        var ids = new ArrayList<Integer>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", platform.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> ids.add(id.apply(record.value())));
            }
        }
        return ids;
    }
}
