package dev.caudal.server.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Names;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.SecretBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An endpoint as somebody sent it: checked, its secrets in plain text or the mask. */
record EndpointInput(String name, Role role, EndpointType type, String description, Map<String, String> values) {
    /** What an answer has beside what can be sent; sent back, it is passed over. */
    private static final List<String> ANSWERED = List.of("version", "updated", "usedBy");

    private static final List<String> MEMBERS = List.of("name", "role", "type", "description", "settings");

    /** Reads a body. */
    static EndpointInput of(JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.of(ProblemCode.NO_OBJECT, "The body is no JSON object.", "Send an endpoint as JSON.");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name) && !ANSWERED.contains(name)) {
                throw Refusal.invalid(
                        name,
                        "'%s' is no member of an endpoint.".formatted(name),
                        "There are %s; the settings of its type are in 'settings'."
                                .formatted(String.join(", ", MEMBERS)));
            }
        });
        var name = Names.check(body.path("name").asText(""));
        var type = type(body.path("type").asText(""));
        return new EndpointInput(
                name,
                role(body.path("role").asText(""), type),
                type,
                body.path("description").asText(""),
                type.read(body.path("settings")));
    }

    /** As it is kept: a mask is what is there already. */
    Endpoint seal(SecretBox box, Optional<Endpoint> present) {
        var settings = new LinkedHashMap<String, String>();
        var secrets = new LinkedHashMap<String, String>();
        values.forEach((field, value) -> {
            if (!isSecret(field)) {
                settings.put(field, value);
            } else if (value.equals(Endpoint.MASK)) {
                secrets.put(field, kept(field, present));
            } else {
                secrets.put(field, box.seal(value, place(name, field)));
            }
        });
        return new Endpoint(role, type, description, settings, secrets);
    }

    /** To connect with: a mask is what is there already. */
    Login login(SecretBox box, Optional<Endpoint> present) {
        var plain = new LinkedHashMap<>(values);
        plain.replaceAll((field, value) -> isSecret(field) && value.equals(Endpoint.MASK)
                ? box.open(kept(field, present), place(name, field))
                : value);
        return new Login(type, plain);
    }

    /** Where a secret belongs. */
    static String place(String endpoint, String field) {
        return "endpoint/" + endpoint + "/" + field;
    }

    private boolean isSecret(String field) {
        return type.field(field).filter(Field::secret).isPresent();
    }

    private String kept(String field, Optional<Endpoint> present) {
        return present.filter(there -> there.type().equals(type))
                .flatMap(there -> Optional.ofNullable(there.secrets().get(field)))
                .orElseThrow(() -> Refusal.invalid(
                        "settings." + field,
                        "%s is the mask, and there is no secret behind it.".formatted(field),
                        "Give the secret itself."));
    }

    private static EndpointType type(String word) {
        return EndpointTypes.of(word)
                .orElseThrow(() -> Refusal.invalid(
                        "type", "There is no type '%s'.".formatted(word), "There are " + EndpointTypes.names() + "."));
    }

    private static Role role(String word, EndpointType type) {
        if (word.isEmpty() && type.roles().size() == 1) {
            return type.roles().get(0);
        }
        return Role.of(word)
                .filter(type.roles()::contains)
                .orElseThrow(() -> Refusal.invalid(
                        "role",
                        "An endpoint of type %s cannot be a %s."
                                .formatted(type.name(), word.isEmpty() ? "nothing" : word),
                        "It can be %s."
                                .formatted(String.join(
                                        " or ",
                                        type.roles().stream().map(Role::word).toList()))));
    }
}
