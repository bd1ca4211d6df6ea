package dev.caudal.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.replicate.TableSettings;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.DefinitionId;
import dev.caudal.server.definition.Kind;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.View;
import dev.caudal.server.endpoint.EndpointKind;
import dev.caudal.server.endpoint.Role;
import java.util.List;
import java.util.stream.Stream;

/** How tasks are kept. They have no secrets; those are their endpoints'. */
public final class TaskKind implements Kind<TaskDefinition> {
    /** The one there is. */
    public static final TaskKind TASK = new TaskKind();

    private TaskKind() {}

    @Override
    public String word() {
        return "task";
    }

    @Override
    public ProblemCode missing() {
        return ProblemCode.TASK_NOT_FOUND;
    }

    @Override
    public TaskDefinition read(String name, JsonNode body) {
        try {
            return TaskJson.parse(body);
        } catch (Refusal e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public ObjectNode write(TaskDefinition value) {
        return TaskJson.of(value);
    }

    @Override
    public ObjectNode show(TaskDefinition value) {
        return TaskJson.of(value);
    }

    @Override
    public List<Use> uses(TaskDefinition value) {
        return Stream.of(use("source", value.source()), use("target", value.target()))
                .filter(use -> !use.id().name().isEmpty())
                .toList();
    }

    private static Use use(String field, String endpoint) {
        return new Use(field, new DefinitionId("endpoint", endpoint));
    }

    @Override
    public void check(Definition<TaskDefinition> definition, View before, View after) {
        SettingRules.check(definition.value().settings());
        SettingRules.check(
                "tableSettings", TableSettings.write(definition.value().tableSettings()));
        SettingRules.check("tableRules", definition.value().tableRules().json());
        requireRole(after, "source", definition.value().source(), Role.SOURCE);
        requireRole(after, "target", definition.value().target(), Role.TARGET);
    }

    private static void requireRole(View there, String field, String endpoint, Role role) {
        there.find(EndpointKind.INSTANCE, endpoint)
                .map(Definition::value)
                .filter(found -> found.role() != role)
                .ifPresent(found -> {
                    throw Refusal.invalid(
                            field,
                            "The endpoint '%s' is a %s."
                                    .formatted(endpoint, found.role().word()),
                            "Choose one that is a %s.".formatted(role.word()));
                });
    }
}
