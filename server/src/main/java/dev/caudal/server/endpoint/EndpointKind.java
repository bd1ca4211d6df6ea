package dev.caudal.server.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Kind;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.View;
import java.util.LinkedHashMap;
import java.util.Map;

/** Endpoints as definitions. */
public final class EndpointKind implements Kind<Endpoint> {
    /** The only one. */
    public static final EndpointKind INSTANCE = new EndpointKind();

    private EndpointKind() {}

    @Override
    public String word() {
        return "endpoint";
    }

    @Override
    public ProblemCode missing() {
        return ProblemCode.ENDPOINT_NOT_FOUND;
    }

    @Override
    public Endpoint read(String name, JsonNode body) {
        var type = body.path("type").asText();
        return new Endpoint(
                Role.of(body.path("role").asText()).orElseThrow(() -> new IllegalArgumentException("no role")),
                EndpointTypes.of(type).orElseThrow(() -> new IllegalArgumentException("no type '" + type + "'")),
                body.path("description").asText(),
                texts(body.path("settings")),
                texts(body.path("secrets")));
    }

    @Override
    public ObjectNode write(Endpoint endpoint) {
        var json = head(endpoint);
        json.set("settings", Json.MAPPER.valueToTree(endpoint.settings()));
        json.set("secrets", Json.MAPPER.valueToTree(endpoint.secrets()));
        return json;
    }

    @Override
    public ObjectNode show(Endpoint endpoint) {
        var json = head(endpoint);
        var settings = json.putObject("settings");
        for (var field : endpoint.type().fields()) {
            var value = endpoint.settings().getOrDefault(field.name(), "");
            if (endpoint.secrets().containsKey(field.name())) {
                settings.put(field.name(), Endpoint.MASK);
            } else if (field.form() == Field.Form.PORT && !value.isEmpty()) {
                settings.put(field.name(), Integer.parseInt(value));
            } else if (!value.isEmpty()) {
                settings.put(field.name(), value);
            }
        }
        return json;
    }

    @Override
    public void check(Definition<Endpoint> definition, View before, View after) {
        var next = definition.value();
        before.find(this, definition.name())
                .map(Definition::value)
                .filter(there -> there.role() != next.role() || !there.type().equals(next.type()))
                .ifPresent(there -> {
                    throw Refusal.of(
                                    ProblemCode.TYPE_IS_FIXED,
                                    "The endpoint '%s' is a %s of type %s, and stays one."
                                            .formatted(
                                                    definition.name(),
                                                    there.role().word(),
                                                    there.type().name()),
                                    "Create another endpoint.")
                            .at(there.role() != next.role() ? "role" : "type");
                });
    }

    private static ObjectNode head(Endpoint endpoint) {
        return Json.MAPPER
                .createObjectNode()
                .put("role", endpoint.role().word())
                .put("type", endpoint.type().name())
                .put("description", endpoint.description());
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
