package dev.caudal.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A task of a platform, made and loaded again as users do it. */
final class KilledPlatformTask implements KilledTask {
    private final PlatformProcess platform;
    private final PlatformRequests requests;

    KilledPlatformTask(Path data) {
        platform = new PlatformProcess(data);
        requests = new PlatformRequests(platform);
    }

    @Override
    public void create(TestDatabase database, List<String> tables) throws Exception {
        requests.endpoints(database);
        var task = new ObjectMapper()
                .createObjectNode()
                .put("name", "task")
                .put("source", "ledger")
                .put("target", "msk");
        var include = task.putObject("tables").putArray("include");
        tables.forEach(include::add);
        requests.send("POST", "tasks", task);
        requests.send("POST", "tasks/task/run", Map.of());
    }

    @Override
    public void stop() throws Exception {
        Eventually.holds("the task is stopped", () -> {
            var unused = requests.send("POST", "tasks/task/stop", Map.of());
            return requests.send("GET", "tasks/task", Map.of())
                    .path("state")
                    .asText()
                    .equals("stopped");
        });
    }

    @Override
    public void reload() throws Exception {
        requests.send("POST", "tasks/task/reload", Map.of());
    }

    @Override
    public void kill() throws InterruptedException {
        platform.kill();
    }

    @Override
    public void restart() {
        platform.restart();
    }

    @Override
    public void killBroker() throws Exception {
        platform.killBroker();
        KilledTask.answered(
                "the platform tells of the task",
                () -> platform.client().status("task").isPresent());
    }

    @Override
    public ConnectClient client() {
        return platform.client();
    }

    @Override
    public String bootstrapServers() {
        return platform.bootstrapServers();
    }

    @Override
    public void close() {
        platform.close();
    }
}
