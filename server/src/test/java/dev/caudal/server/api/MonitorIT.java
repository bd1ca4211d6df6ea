package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.monitor.AlertRules;
import dev.caudal.server.monitor.Monitor;
import dev.caudal.server.monitor.MonitorTopics;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The monitor on a real broker, through the API. Each test has a task of its own; what tasks tell is written as they do. */
class MonitorIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final MonitorTopics TOPICS = MonitorTopics.PLATFORM;
    private static final LinkedBlockingQueue<String> HOOKED = new LinkedBlockingQueue<>();

    private static OpenApiCheck document;
    private static TestKafka kafka;
    private static KafkaProducer<String, String> producer;
    private static HttpServer hook;
    private static Monitor monitor;

    @TempDir
    private static Path folder;

    private static Access access;
    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        document = new OpenApiCheck();
        kafka = TestKafka.start();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(), new StringSerializer());
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            HOOKED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
        monitor = monitor();
        access = Access.open(new LocalDirectory(folder), new AuditLog(new LocalDirectory(folder)));
        api = serve(monitor);
    }

    @AfterAll
    static void stop() {
        api.close();
        access.close();
        monitor.close();
        hook.stop(0);
        producer.close();
        kafka.close();
    }

    private static Monitor monitor() {
        var target = URI.create("http://127.0.0.1:" + hook.getAddress().getPort() + "/");
        return Monitor.start(
                kafka.bootstrapServers(), TOPICS, new AlertRules(Duration.ofSeconds(30), Optional.of(target)));
    }

    private static ApiServer serve(Monitor monitor) {
        return ApiServer.start(
                Port.any().choose("the API"),
                access,
                new AuditLog(new LocalDirectory(folder)),
                List.of(
                        new MonitorResource(monitor, name -> {
                            throw Refusal.of(ProblemCode.TASK_NOT_FOUND, "There is no " + name + ".", "");
                        }),
                        new EventsResource(monitor),
                        new MetricsResource(monitor)));
    }

    @Test
    void status_tables_history_events_and_log_are_what_the_task_told_also_after_a_restart() throws Exception {
        var start = Instant.now().minusSeconds(20);
        for (int second = 0; second < 10; second++) {
            tell("told", start.plusSeconds(second), "changes", 10 * second, "");
        }
        send(
                TOPICS.events(),
                "told",
                "{'task':'told','time':'%s','event':'load-completed','text':'Done.'}".formatted(start));
        send(
                TOPICS.log(),
                "told",
                "{'time':'%s','component':'SOURCE_CAPTURE','level':'WARN','code':'source-lost','text':'Gone.','cause':'Refused','remedy':'Look.','worker':'1@here'}"
                        .formatted(start));
        send(
                TOPICS.log(),
                "told",
                "{'time':'%s','component':'PERFORMANCE','level':'DEBUG','code':'statistics','text':'Fast.'}"
                        .formatted(start));
        awaitToldTask(api);
        try (var again = monitor();
                var other = serve(again)) {
            awaitToldTask(other);
        }
    }

    private static void awaitToldTask(ApiServer server) throws Exception {
        Eventually.holds(
                "all is read",
                () -> get(server, "tasks/told/log").path("total").asInt() == 2
                        && get(server, "tasks/told/events").path("total").asInt() == 1
                        && get(server, "tasks/told/history").path("total").asInt() == 10);
        var status = get(server, "tasks/told/status");
        assertThat(status.path("changes").path("inserts").asInt()).isEqualTo(90);
        assertThat(status.path("condition").asText()).isEqualTo("silent");
        assertThat(status.path("well").asBoolean()).isFalse();
        assertThat(status.path("position").path("applied").asText()).isEqualTo("binlog.000001:900");
        assertThat(status.path("tables").path("loading").asInt()).isEqualTo(1);
        assertThat(get(server, "tasks/told/tables?state=loading").path("items").findValuesAsText("table"))
                .containsExactly("world.city");
        assertThat(get(server, "tasks/told/log?level=warn").path("items").findValuesAsText("remedy"))
                .containsExactly("Look.");
        assertThat(get(server, "tasks/told/log?text=REFUSED").path("total").asInt())
                .isEqualTo(1);
        assertThat(get(server, "tasks/told/log?component=performance")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_task_that_nobody_knows_is_not_found_and_a_wrong_window_is_refused_by_name() throws Exception {
        assertThat(answer("tasks/nobody/status").statusCode()).isEqualTo(404);
        tell("windows", Instant.now(), "changes", 1, "");
        Eventually.holds("it is read", () -> answer("tasks/windows/status").statusCode() == 200);
        var refused = answer("tasks/windows/history?window=1h");
        assertThat(refused.statusCode()).isBetween(400, 422);
        assertThat(refused.body()).contains("15m or 24h").contains("\"field\":\"window\"");
    }

    @Test
    void a_stream_sends_snapshots_and_goes_on_behind_the_last_event_that_was_seen() throws Exception {
        tell("stream", Instant.now(), "changes", 1, "");
        Eventually.holds("it is read", () -> answer("tasks/stream/status").statusCode() == 200);
        String seen;
        try (var lines = stream("task:stream", "")) {
            var events = lines.iterator();
            assertThat(next(events, "task").path("changes").path("inserts").asInt())
                    .isEqualTo(1);
            note("stream", "first");
            var first = next(events, "note");
            assertThat(first.path("text").asText()).isEqualTo("first");
            seen = first.path("id").asText();
            tell("stream", Instant.now(), "changes", 2, "");
            assertThat(next(events, "task").path("changes").path("inserts").asInt())
                    .isEqualTo(2);
        }
        note("stream", "second");
        note("other", "of another task");
        note("stream", "third");
        try (var lines = stream("task:stream", seen)) {
            var events = lines.iterator();
            assertThat(next(events, "note").path("text").asText()).isEqualTo("second");
            assertThat(next(events, "note").path("text").asText()).isEqualTo("third");
        }
    }

    @Test
    void a_task_that_recovers_raises_an_alert_once_and_is_not_well_in_the_metrics() throws Exception {
        var reason = "Cannot connect to db1:3306.";
        var alert = Optional.<JsonNode>empty();
        var limit = Instant.now().plusSeconds(60);
        while (alert.isEmpty() && Instant.now().isBefore(limit)) {
            tell("alarm", Instant.now(), "recovering", 1, reason);
            alert = hooked("alarm");
        }
        assertThat(alert.orElseThrow().path("kind").asText()).isEqualTo("task-error");
        assertThat(alert.orElseThrow().path("raised").asBoolean()).isTrue();
        assertThat(alert.orElseThrow().path("text").asText()).isEqualTo(reason);
        assertThat(metrics())
                .contains("caudal_task_up{task=\"alarm\"} 0\n")
                .contains("caudal_task_condition{task=\"alarm\",condition=\"recovering\"} 1\n")
                .contains("caudal_task_rows_total{task=\"alarm\",operation=\"insert\"} 1\n")
                .contains("caudal_alerts{task=\"alarm\",kind=\"task-error\"} 1\n");
        var over = Optional.<JsonNode>empty();
        while (over.isEmpty() && Instant.now().isBefore(limit)) {
            tell("alarm", Instant.now(), "changes", 1, "");
            over = hooked("alarm");
        }
        assertThat(over.orElseThrow().path("raised").asBoolean()).isFalse();
    }

    private static Optional<JsonNode> hooked(String task) throws Exception {
        var body = HOOKED.poll(1, TimeUnit.SECONDS);
        return Optional.ofNullable(body == null ? null : JSON.readTree(body))
                .filter(alert -> alert.path("task").asText().equals(task));
    }

    private static void tell(String task, Instant time, String phase, int inserts, String reason) throws Exception {
        var json =
                "{'task':'%s','time':'%s','phase':'%s','since':'%s','reason':'%s','totals':{'inserts':%d},'read':{'inserts':%d},'heard':'%s','position':{'read':'binlog.000001:%d','applied':'binlog.000001:%d'},'whole':true,'tables':{'world.city':{'state':'loading','rows':7,'estimate':9}}}"
                        .formatted(task, time, phase, time, reason, inserts, inserts, time, inserts * 10, inserts * 10);
        send(TOPICS.statistics(), task, json);
    }

    private static void note(String task, String text) throws Exception {
        send(
                TOPICS.events(),
                task,
                "{'task':'%s','time':'%s','event':'source-lost','text':'%s'}".formatted(task, Instant.now(), text));
    }

    private static void send(String topic, String task, String json) throws Exception {
        var unused = producer.send(new ProducerRecord<>(topic, task, json.replace('\'', '"')))
                .get(60, TimeUnit.SECONDS);
    }

    private static URI address(ApiServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/api/v1/" + path);
    }

    @Test
    void asking_for_the_headers_of_a_stream_takes_no_place_among_the_streams() throws Exception {
        tell("asked", Instant.now(), "changes", 1, "");
        Eventually.holds("it is read", () -> answer("tasks/asked/status").statusCode() == 200);
        for (int time = 0; time < 40; time++) {
            var head = HttpRequest.newBuilder(address(api, "events?topics=task:asked"))
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            assertThat(HTTP.send(head, BodyHandlers.discarding()).statusCode())
                    .as("request %d", time)
                    .isEqualTo(200);
        }

        try (var lines = stream("task:asked", "")) {
            assertThat(next(lines.iterator(), "task").path("name").asText()).isEqualTo("asked");
        }
    }

    private static HttpResponse<String> answer(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address(api, path)).build(), BodyHandlers.ofString());
    }

    private static JsonNode get(ApiServer server, String path) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(address(server, path)).build(), BodyHandlers.ofString());
        var body = JSON.readTree(answer.body());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        document.check("GET", address(server, path).getPath(), answer.statusCode(), type, body);
        return body;
    }

    private static String metrics() throws Exception {
        var address = URI.create("http://127.0.0.1:" + api.port() + "/metrics");
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static Stream<String> stream(String topics, String last) throws Exception {
        var request = HttpRequest.newBuilder(address(api, "events?topics=" + topics));
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return HTTP.send(request.build(), BodyHandlers.ofLines()).body();
    }

    /** The data of the next event of a kind. */
    private static JsonNode next(Iterator<String> lines, String kind) throws Exception {
        var passed = new ArrayList<String>();
        while (lines.hasNext()) {
            var line = lines.next();
            passed.add(line);
            if (line.equals("event: " + kind)) {
                lines.next();
                return JSON.readTree(lines.next().substring("data: ".length()));
            }
        }
        throw new AssertionError("No event " + kind + " came, but " + passed);
    }
}
