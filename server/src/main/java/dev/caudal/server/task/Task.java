package dev.caudal.server.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.Connector;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Json;
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
        var actions = json.putArray("actions");
        state.actions().forEach(action -> actions.add(action.text()));
        return json;
    }
}
