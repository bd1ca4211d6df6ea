package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.server.ConnectClient;
import dev.caudal.server.ConnectRefusal;
import dev.caudal.server.ConnectorStatus;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestMariaDb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform and a worker that has joined it: when the process of a task ends, the other goes on. */
class JoinedWorkerIT {
    private static final int ROWS = 150_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = Seeds.random("joined");
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_task_goes_on_in_the_other_process_and_nothing_is_lost_or_repeated(@TempDir Path data) throws Exception {
        try (TestMariaDb database = TestMariaDb.start();
                Workload workload = new Workload(database, random, ROWS).start();
                PlatformProcess platform = new PlatformProcess(data);
                JoinedProcess joined = new JoinedProcess(platform);
                Audit audit = new Audit(platform.bootstrapServers())) {
            assertThatThrownBy(() -> ConnectClient.local(joined.port()).connectors())
                    .as("without the password")
                    .isInstanceOf(ConnectRefusal.class);
            define(platform, database);
            send(platform, "POST", "tasks/task/run", Map.of());
            Eventually.holds("rows are read", () -> audit.refreshed() > 0);
            Eventually.holds("the task has a worker", () -> runs(platform.client()) || runs(joined.client()));
            boolean joinedFirst = runs(joined.client());
            var one = joinedFirst ? platform.client() : joined.client();
            var other = joinedFirst ? joined.client() : platform.client();

            kill(joinedFirst, platform, joined);
            goesOn("load", one, audit);
            if (joinedFirst) {
                joined.restart();
            } else {
                platform.restart();
            }
            int from = Delivery.loaded(database, workload, one, audit);
            Eventually.holds("changes flow", () -> audit.size() > 50);
            assertThat(send(platform, "GET", "tasks/task", Map.of())
                            .path("worker")
                            .asText())
                    .as("who comes back leaves the task where it is")
                    .isEqualTo(id(one));
            Eventually.holds(
                    "the platform's log has lines of both processes",
                    () -> writers(platform).size() == 2);

            kill(!joinedFirst, platform, joined);
            goesOn("changes", other, audit);
            Delivery.awaitCaughtUp(database, workload, other, audit);
            Delivery.verify(workload, audit, from);

            if (!joinedFirst) {
                joined.restart();
            }
            assertThat(joined.interrupt()).isEqualTo(0);
            assertThat(joined.log()).as("it has left the group").contains("sending LeaveGroup request");
        }
    }

    private static void kill(boolean theJoined, PlatformProcess platform, JoinedProcess joined)
            throws InterruptedException {
        if (theJoined) {
            joined.kill();
        } else {
            platform.kill();
        }
    }

    private static boolean runs(ConnectClient worker) {
        return worker.status("task")
                .filter(ConnectorStatus::isRunning)
                .filter(status -> status.workers().contains(id(worker)))
                .isPresent();
    }

    private static String id(ConnectClient worker) {
        return worker.root().getAuthority();
    }

    /** Waits until a worker, which another has left the task to, delivers. */
    private static void goesOn(String what, ConnectClient heir, Audit audit) {
        long begin = System.nanoTime();
        Eventually.holds("the other process has the task", () -> runs(heir));
        long seen = audit.refreshed() + audit.size();
        Eventually.holds("the other process delivers", () -> audit.refreshed() + audit.size() > seen);
        System.out.println(
                "taken over (" + what + ") in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms");
    }

    private void define(PlatformProcess platform, TestMariaDb database) throws Exception {
        endpoint(
                platform,
                Map.of("name", "ledger", "type", "mysql", "role", "source"),
                Map.of(
                        "host", database.host(),
                        "port", Integer.toString(database.port()),
                        "user", database.user(),
                        "password", database.password()));
        endpoint(
                platform,
                Map.of("name", "msk", "type", "kafka", "role", "target"),
                Map.of("bootstrap-servers", platform.bootstrapServers()));
        send(
                platform,
                "POST",
                "tasks",
                Map.of(
                        "name",
                        "task",
                        "source",
                        "ledger",
                        "target",
                        "msk",
                        "tables",
                        Map.of("include", List.of(Workload.ORDERS, Workload.NOTES)),
                        "settings",
                        Map.of("topic.partitions", "3")));
    }

    private void endpoint(PlatformProcess platform, Map<String, String> what, Map<String, String> settings)
            throws Exception {
        var body = JSON.createObjectNode();
        what.forEach(body::put);
        body.set("settings", JSON.valueToTree(settings));
        send(platform, "POST", "endpoints", body);
    }

    /** The processes that have written lines of the task's log. */
    private Set<String> writers(PlatformProcess platform) throws Exception {
        var lines = send(platform, "GET", "tasks/task/log", Map.of()).path("items");
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.path("worker").asText().replaceFirst("@.*", ""))
                .collect(Collectors.toSet());
    }

    private JsonNode send(PlatformProcess platform, String method, String path, Object body) throws Exception {
        platform.awaitApi();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.apiPort() + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body());
    }
}
