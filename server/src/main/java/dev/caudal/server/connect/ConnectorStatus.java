package dev.caudal.server.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a connector is.
 *
 * @param state the connector's own state, as Connect names it
 * @param tasks the states of its tasks, in their order
 * @param workers the workers that its tasks are on, host and port each, in the same order
 * @param trace the first error of the connector or a task, empty when there is none
 */
public record ConnectorStatus(String state, List<String> tasks, List<String> workers, String trace) {
    /** What Connect calls the state of what runs. */
    public static final String RUNNING = "RUNNING";

    /** Copies the lists. */
    public ConnectorStatus {
        tasks = List.copyOf(tasks);
        workers = List.copyOf(workers);
    }

    /**
     * Whether the connector and at least one task run.
     *
     * @return false also while something has failed
     */
    public boolean isRunning() {
        return state.equals(RUNNING) && !tasks.isEmpty() && tasks.stream().allMatch(RUNNING::equals);
    }

    /**
     * Whether the connector or a task has failed.
     *
     * @return true until it is restarted
     */
    public boolean hasFailed() {
        return state.equals("FAILED") || tasks.contains("FAILED");
    }

    /**
     * The first line of the error.
     *
     * @return empty when there is none
     */
    public String reason() {
        return trace.lines().findFirst().orElse("");
    }

    /** Reads the answer of {@code GET /connectors/x/status}. */
    static ConnectorStatus of(JsonNode body) {
        var tasks = new ArrayList<String>();
        var workers = new ArrayList<String>();
        var trace = body.path("connector").path("trace").asText("");
        for (var task : body.path("tasks")) {
            tasks.add(task.path("state").asText());
            workers.add(task.path("worker_id").asText());
            trace = trace.isEmpty() ? task.path("trace").asText("") : trace;
        }
        return new ConnectorStatus(body.path("connector").path("state").asText(), tasks, workers, trace);
    }
}
