package dev.caudal.server.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Kind;
import dev.caudal.server.definition.Names;
import dev.caudal.server.definition.Portable;
import dev.caudal.server.definition.SecretBox;
import dev.caudal.server.definition.View;

/** Endpoints in a file of definitions. */
public final class PortableEndpoints implements Portable<Endpoint> {
    private final SecretBox box;

    /**
     * Endpoints of a platform.
     *
     * @param box what encrypts their secrets
     */
    public PortableEndpoints(SecretBox box) {
        this.box = box;
    }

    @Override
    public String member() {
        return "endpoints";
    }

    @Override
    public Kind<Endpoint> kind() {
        return EndpointKind.INSTANCE;
    }

    @Override
    public Change<Endpoint> change(JsonNode body, View there) {
        var input = EndpointInput.of(body);
        var present = there.find(EndpointKind.INSTANCE, input.name()).map(Definition::value);
        return Change.put(EndpointKind.INSTANCE, input.name(), input.seal(box, present));
    }

    @Override
    public ObjectNode schema() {
        var schema = Json.MAPPER.createObjectNode();
        var types = schema.putArray("oneOf");
        EndpointTypes.ALL.forEach(type -> types.add(schema(type)));
        return schema;
    }

    private static ObjectNode schema(EndpointType type) {
        var schema = Json.MAPPER
                .createObjectNode()
                .put("title", type.label().en())
                .put("type", "object")
                .put("additionalProperties", false);
        schema.putArray("required").add("name").add("type").add("settings");
        var properties = schema.putObject("properties");
        properties.putObject("name").put("type", "string").put("minLength", 1).put("maxLength", Names.LONGEST);
        properties.putObject("type").put("const", type.name());
        var roles = properties.putObject("role").putArray("enum");
        type.roles().forEach(role -> roles.add(role.word()));
        properties.putObject("description").put("type", "string");
        var settings = properties.putObject("settings").put("type", "object").put("additionalProperties", false);
        var required = settings.putArray("required");
        var fields = settings.putObject("properties");
        for (var field : type.fields()) {
            fields.set(field.name(), schema(field));
            if (field.required() && field.when().isEmpty()) {
                required.add(field.name());
            }
        }
        return schema;
    }

    private static ObjectNode schema(Field field) {
        var schema = Json.MAPPER.createObjectNode().put("title", field.label().en());
        schema.put("description", field.help().en());
        if (field.form() == Field.Form.PORT) {
            schema.put("type", "integer").put("minimum", 1).put("maximum", 65_535);
        } else {
            schema.put("type", "string");
        }
        if (!field.choices().isEmpty()) {
            var values = schema.putArray("enum");
            field.choices().forEach(choice -> values.add(choice.value()));
        }
        return schema;
    }
}
