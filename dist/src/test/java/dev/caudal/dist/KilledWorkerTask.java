package dev.caudal.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestKafka;
import java.util.List;

/** A task of a stock worker, made and loaded again by Kafka Connect's own requests. */
final class KilledWorkerTask implements KilledTask {
    private final TestKafka kafka = TestKafka.start();
    private final WorkerProcess worker;
    private List<String> tables = List.of();

    KilledWorkerTask(String version) {
        worker = WorkerProcess.start(version, kafka.bootstrapServers(), "killed");
    }

    @Override
    public void create(TestDatabase database, List<String> all) {
        tables = all;
        worker.client()
                .put(
                        "task",
                        new TaskSettings(database, kafka.bootstrapServers(), "killed", String.join(",", all))
                                .with("topic.partitions", "1")
                                .map());
    }

    @Override
    public void stop() {
        KilledTask.answered("the task is stopped", () -> {
            worker.client().stop("task");
            return worker.client()
                    .status("task")
                    .filter(status -> status.tasks().isEmpty())
                    .isPresent();
        });
    }

    @Override
    public void reload() {
        stop();
        KilledTask.answered("the tables are to be loaded", () -> {
            var moved = new ObjectMapper().createObjectNode();
            var offsets = moved.putArray("offsets");
            for (var each : worker.client().offsets("task").path("offsets")) {
                if (tables.contains(each.path("partition").path("table").asText())) {
                    var load = offsets.addObject();
                    load.set("partition", each.path("partition"));
                    load.putObject("offset")
                            .put("load", each.path("offset").path("load").asInt());
                }
            }
            if (!offsets.isEmpty()) {
                worker.client().patchOffsets("task", moved);
            }
            return true;
        });
        KilledTask.answered("the task goes on", () -> {
            worker.client().resume("task");
            return true;
        });
    }

    @Override
    public void kill() {
        worker.kill();
    }

    @Override
    public void restart() {
        worker.restart();
    }

    @Override
    public void killBroker() {
        kafka.kill();
        kafka.restart();
        KilledTask.answered(
                "the worker answers", () -> worker.client().status("task").isPresent());
    }

    @Override
    public ConnectClient client() {
        return worker.client();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        worker.close();
        kafka.close();
    }
}
