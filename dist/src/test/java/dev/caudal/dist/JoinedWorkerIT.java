package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectRefusal;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestMariaDb;
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

    private final Random random = Seeds.random("joined");

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
            var requests = new PlatformRequests(platform);
            define(requests, database);
            requests.send("POST", "tasks/task/run", Map.of());
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
            assertThat(requests.send("GET", "tasks/task", Map.of())
                            .path("worker")
                            .asText())
                    .as("who comes back leaves the task where it is")
                    .isEqualTo(id(one));
            Eventually.holds(
                    "the platform's log has lines of both processes",
                    () -> writers(requests).size() == 2);

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

    private static void define(PlatformRequests requests, TestMariaDb database) throws Exception {
        requests.endpoints(database);
        requests.send(
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

    /** The processes that have written lines of the task's log. */
    private static Set<String> writers(PlatformRequests requests) throws Exception {
        var lines = requests.send("GET", "tasks/task/log", Map.of()).path("items");
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.path("worker").asText().replaceFirst("@.*", ""))
                .collect(Collectors.toSet());
    }
}
