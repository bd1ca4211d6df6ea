package dev.caudal.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Json;
import dev.caudal.server.endpoint.EndpointType;
import dev.caudal.server.endpoint.EndpointTypes;
import dev.caudal.server.endpoint.Field;
import dev.caudal.server.endpoint.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Locale;

/** The types of endpoints and their fields. */
@Path(ApiServer.ROOT + "endpoint-types")
@Produces("application/json")
public final class EndpointTypesResource {
    /** Knows the types. */
    public EndpointTypesResource() {}

    /**
     * All types.
     *
     * @return each with its fields
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<ObjectNode> types() {
        return Items.all(
                EndpointTypes.ALL.stream().map(EndpointTypesResource::json).toList());
    }

    private static ObjectNode json(EndpointType type) {
        var json = Json.MAPPER.createObjectNode().put("type", type.name());
        json.set(
                "roles",
                Json.MAPPER.valueToTree(type.roles().stream().map(Role::word).toList()));
        json.set("label", Json.MAPPER.valueToTree(type.label()));
        json.set(
                "fields",
                Json.MAPPER.valueToTree(
                        type.fields().stream().map(EndpointTypesResource::json).toList()));
        return json;
    }

    private static ObjectNode json(Field field) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("name", field.name())
                .put("type", field.form().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("default", field.fallback().isEmpty() ? null : field.fallback())
                .put("required", field.required())
                .put("secret", field.secret())
                .put("group", field.group());
        json.set("choices", Json.MAPPER.valueToTree(field.choices()));
        json.set("when", Json.MAPPER.valueToTree(field.when()));
        json.set("label", Json.MAPPER.valueToTree(field.label()));
        json.set("help", Json.MAPPER.valueToTree(field.help()));
        return json;
    }
}
