package dev.caudal.server.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A task as it is at one moment.
 *
 * @param name its name
 * @param definition what it is to do; empty for a connector that was made without the server
 * @param connector what was made of it; empty while it was never run
 * @param state where it is in its life
 */
public record Task(
        String name, Optional<Definition<TaskDefinition>> definition, Optional<Connector> connector, TaskState state) {
    /**
     * The version of the definition that the connector was made of.
     *
     * @return empty while it was never run
     */
    public OptionalLong deployed() {
        return connector
                .map(there -> there.setting(TaskSettings.VERSION))
                .filter(version -> version.matches("\\d{1,18}"))
                .map(version -> OptionalLong.of(Long.parseLong(version)))
                .orElseGet(OptionalLong::empty);
    }

    /**
     * The worker that Connect last gave the task to; after the worker's death until another has it.
     *
     * @return host and port of its Kafka Connect; empty while the task is on none
     */
    public Optional<String> worker() {
        return connector
                .flatMap(Connector::status)
                .flatMap(status -> status.workers().stream().findFirst());
    }

    /**
     * As the API answers it.
     *
     * @return definition and state
     */
    public ObjectNode show() {
        var json = definition
                .map(Definition::show)
                .orElseGet(() -> Json.MAPPER.createObjectNode().put("name", name));
        json.put("managed", definition.isPresent());
        deployed().ifPresentOrElse(version -> json.put("deployed", version), () -> json.putNull("deployed"));
        json.put("state", state.text()).put("reason", state.reason());
        worker().ifPresentOrElse(worker -> json.put("worker", worker), () -> json.putNull("worker"));
        var actions = json.putArray("actions");
        state.actions().forEach(action -> actions.add(action.text()));
        return json;
    }

    /** Its definition, where it can be run. */
    Definition<TaskDefinition> complete() {
        var managed = managed();
        requireChosen("source", managed.value().source(), name);
        requireChosen("target", managed.value().target(), name);
        return managed;
    }

    /** Its definition, where it has one. */
    Definition<TaskDefinition> managed() {
        return definition.orElseThrow(() -> Refusal.of(
                ProblemCode.NOT_MANAGED,
                "The task '%s' was made by Kafka Connect's own API, so it has no definition here.".formatted(name),
                "Stop, resume or reload it; change it where it was made."));
    }

    static void requireChosen(String role, String endpoint, String task) {
        if (endpoint.isEmpty()) {
            throw Refusal.of(
                            role.equals("source") ? ProblemCode.NO_SOURCE : ProblemCode.NO_TARGET,
                            "The task '%s' has no %s yet.".formatted(task, role),
                            "Choose an endpoint as its %s.".formatted(role))
                    .at(role);
        }
    }

    /** This task, where its state permits an action. */
    Task permitting(TaskAction action) {
        if (!state.actions().contains(action)) {
            throw Refusal.of(
                            ProblemCode.WRONG_STATE,
                            "The task '%s' is %s, so it cannot %s.".formatted(name, state.text(), action.phrase()),
                            remedy(action))
                    .with("current", Json.MAPPER.createObjectNode().put("state", state.text()));
        }
        return this;
    }

    private String remedy(TaskAction action) {
        if (state instanceof TaskState.Draft) {
            return "Run it first, or resume it from a position.";
        }
        return action == TaskAction.RELOAD || state instanceof TaskState.Stopping
                ? "Wait until it has stopped."
                : "Stop it first.";
    }
}
