package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a task tells of itself, in a stock worker of the oldest Kafka that is supported. */
class StatisticsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 30_000;
    private static final int KILLS = 2;
    private static final int DEFINITIONS = KILLS + 1;

    private final Random random = Seeds.random("statistics");

    @Test
    void totals_are_what_consumers_got_over_kills_and_a_source_that_is_away_is_told() throws Exception {
        try (TestMariaDb database = TestMariaDb.start();
                TestKafka kafka = TestKafka.start();
                WorkerProcess worker = WorkerProcess.start("3.3", kafka.bootstrapServers(), "statistics");
                Workload workload = new Workload(database, random, ROWS).start()) {
            for (String topic : List.of("statistics", "events", "log")) {
                kafka.createTopic(topic, 1);
            }
            worker.client().put("task", settings(database, kafka));
            Eventually.holds("rows are loaded", () -> total(kafka, "loaded") > 0);
            worker.kill();
            worker.restart();
            for (int kill = 0; kill < KILLS; kill++) {
                long seen = total(kafka, "updates");
                Eventually.holds("changes flow", () -> total(kafka, "updates") > seen);
                define(database, kill);
                Thread.sleep(random.nextInt(700));
                worker.kill();
                worker.restart();
            }
            workload.halt();
            // The last thing in the log: before the worker has read it, its reports of before a kill look as at rest.
            define(database, KILLS);
            Eventually.holds("all is delivered", () -> total(kafka, "ddl") >= DEFINITIONS && isAtRest(kafka));
            assertThat(totals(kafka)).isEqualTo(delivered(kafka));
            JsonNode orders = Objects.requireNonNull(tables(kafka).get(Workload.ORDERS));
            assertThat(orders.path("state").asText()).isEqualTo("completed");
            assertThat(orders.path("rows").asLong()).as(orders.toString()).isBetween(1L, 2L * ROWS);

            database.kill();
            Eventually.holds("the task recovers", () -> phase(kafka).equals("recovering"));
            Eventually.holds(
                    "it is tried again", () -> last(kafka).path("attempt").asInt() > 2);
            assertThat(last(kafka).path("reason").asText()).contains("Cannot connect to");
            assertThat(phasesAfterRecovery(kafka)).containsOnly("recovering");
            database.restart();
            Eventually.holds("the task goes on", () -> phase(kafka).equals("changes"));
            assertThat(totals(kafka)).as("totals after a recovery").isEqualTo(delivered(kafka));
            assertThat(codes(kafka))
                    .contains(
                            "started",
                            "load-started",
                            "load-completed",
                            "table-definition",
                            "source-lost",
                            "recovered");
        }
    }

    private static Map<String, String> settings(TestMariaDb database, TestKafka kafka) {
        return new TaskSettings(
                        database, kafka.bootstrapServers(), "statistics", Workload.ORDERS + "," + Workload.NOTES)
                .with("statistics.topic", "statistics")
                .with("events.topic", "events")
                .with("log.topic", "log")
                .with("reports.bootstrap.servers", kafka.bootstrapServers())
                .map();
    }

    private static void define(TestMariaDb database, int number) throws Exception {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE ledger.orders COMMENT 'definition " + number + "'");
        }
    }

    private static List<JsonNode> read(TestKafka kafka, String topic) throws Exception {
        List<JsonNode> read = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : kafka.consume(topic, true)) {
            read.add(JSON.readTree(record.value()));
        }
        return read;
    }

    private static JsonNode last(TestKafka kafka) throws Exception {
        List<JsonNode> all = read(kafka, "statistics");
        return all.isEmpty() ? MissingNode.getInstance() : all.get(all.size() - 1);
    }

    private static String phase(TestKafka kafka) throws Exception {
        return last(kafka).path("phase").asText();
    }

    private static long total(TestKafka kafka, String kind) throws Exception {
        return last(kafka).path("totals").path(kind).asLong();
    }

    /** Two equal totals in a row, both of them delivered. */
    private static boolean isAtRest(TestKafka kafka) throws Exception {
        List<JsonNode> all = read(kafka, "statistics");
        if (all.size() < 2) {
            return false;
        }
        JsonNode newest = all.get(all.size() - 1);
        return newest.path("phase").asText().equals("changes")
                && newest.path("totals").equals(newest.path("read"))
                && newest.path("totals").equals(all.get(all.size() - 2).path("totals"));
    }

    private static Map<String, JsonNode> tables(TestKafka kafka) throws Exception {
        Map<String, JsonNode> tables = new HashMap<>();
        for (JsonNode report : read(kafka, "statistics")) {
            report.path("tables").properties().forEach(each -> tables.put(each.getKey(), each.getValue()));
        }
        return tables;
    }

    private static List<String> phasesAfterRecovery(TestKafka kafka) throws Exception {
        List<String> phases = read(kafka, "statistics").stream()
                .map(report -> report.path("phase").asText())
                .toList();
        return phases.subList(phases.lastIndexOf("changes") + 1, phases.size());
    }

    private static List<String> codes(TestKafka kafka) throws Exception {
        return read(kafka, "log").stream()
                .map(line -> line.path("code").asText())
                .toList();
    }

    private static Map<String, Long> totals(TestKafka kafka) throws Exception {
        Map<String, Long> totals = new HashMap<>();
        last(kafka)
                .path("totals")
                .properties()
                .forEach(each -> totals.put(each.getKey(), each.getValue().asLong()));
        return totals;
    }

    /** What a read_committed consumer counts, and the statements that were run. */
    private static Map<String, Long> delivered(TestKafka kafka) throws Exception {
        Map<String, Long> counts = new HashMap<>(Map.of(
                "loaded",
                0L,
                "inserts",
                0L,
                "updates",
                0L,
                "deletes",
                0L,
                "ddl",
                (long) DEFINITIONS,
                "dataErrors",
                0L));
        for (String topic : List.of(Workload.ORDERS, Workload.NOTES)) {
            for (ConsumerRecord<byte[], byte[]> record : kafka.consume(topic, true)) {
                String operation =
                        new String(record.headers().lastHeader("operation").value(), StandardCharsets.UTF_8);
                counts.merge(
                        switch (operation) {
                            case "REFRESH" -> "loaded";
                            case "INSERT" -> "inserts";
                            case "UPDATE" -> "updates";
                            default -> "deletes";
                        },
                        1L,
                        Long::sum);
            }
        }
        return counts;
    }
}
