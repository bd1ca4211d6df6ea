package dev.caudal.server.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.SecretBox;
import java.util.List;
import java.util.Optional;

/** The endpoints of a platform. Any thread may use it. */
public final class Endpoints {
    private static final EndpointKind KIND = EndpointKind.INSTANCE;

    private final Definitions definitions;
    private final SecretBox box;

    /**
     * Endpoints among definitions.
     *
     * @param definitions where they are kept
     * @param box what encrypts their secrets
     */
    public Endpoints(Definitions definitions, SecretBox box) {
        this.definitions = definitions;
        this.box = box;
    }

    /**
     * All endpoints.
     *
     * @return by name
     */
    public List<Definition<Endpoint>> all() {
        return definitions.all(KIND);
    }

    /**
     * One endpoint.
     *
     * @param name its name
     * @return the endpoint
     * @throws Refusal when there is none
     */
    public Definition<Endpoint> require(String name) {
        return definitions.require(KIND, name);
    }

    /**
     * The tasks that use an endpoint.
     *
     * @param endpoint the endpoint
     * @return their names
     */
    public List<String> usedBy(Definition<Endpoint> endpoint) {
        return definitions.usersOf(endpoint.id()).stream().map(id -> id.name()).toList();
    }

    /**
     * Creates an endpoint.
     *
     * @param body name, role, type, description, settings
     * @return what was saved
     * @throws Refusal naming the field that is wrong, or saying that the name is taken
     */
    public Definition<Endpoint> create(JsonNode body) {
        var input = EndpointInput.of(body);
        definitions.save(Change.create(KIND, input.name(), input.seal(box, Optional.empty())));
        return require(input.name());
    }

    /**
     * Changes an endpoint.
     *
     * @param name its name
     * @param seen the version that was seen
     * @param body all of it; a mask means the secret that is there
     * @return what was saved
     * @throws Refusal naming the field that is wrong, or saying that there is another version
     */
    public Definition<Endpoint> replace(String name, long seen, JsonNode body) {
        var input = EndpointInput.of(named(name, body));
        var present = definitions.find(KIND, name).map(Definition::value);
        return definitions
                .save(Change.replace(KIND, name, seen, input.seal(box, present)))
                .orElseThrow();
    }

    /**
     * Deletes an endpoint.
     *
     * @param name its name
     * @param seen the version that was seen
     * @throws Refusal when a task uses it, or there is another version
     */
    public void delete(String name, long seen) {
        definitions.save(Change.delete(KIND, name, seen));
    }

    /** The body with the name that the address has; another one in it is refused. */
    private static JsonNode named(String name, JsonNode body) {
        if (!body.isObject()) {
            return body;
        }
        var other = body.path("name").asText(name);
        if (!other.equals(name)) {
            throw Refusal.invalid(
                    "name",
                    "The endpoint '%s' cannot become '%s'.".formatted(name, other),
                    "Duplicate it under the other name, and delete this one.");
        }
        return body.<ObjectNode>deepCopy().put("name", name);
    }
}
