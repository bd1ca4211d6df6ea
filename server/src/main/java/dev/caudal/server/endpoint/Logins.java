package dev.caudal.server.endpoint;

import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.SecretBox;
import java.util.HashMap;

/** Endpoints with their secrets decrypted. */
final class Logins {
    private Logins() {}

    static Login open(Definition<Endpoint> endpoint, SecretBox box) {
        var values = new HashMap<>(endpoint.value().settings());
        endpoint.value()
                .secrets()
                .forEach((field, encrypted) ->
                        values.put(field, box.open(encrypted, EndpointInput.place(endpoint.name(), field))));
        return new Login(endpoint.value().type(), values);
    }
}
