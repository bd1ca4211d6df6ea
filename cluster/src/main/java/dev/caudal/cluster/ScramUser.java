package dev.caudal.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * A user of SASL/SCRAM, as a secret names one: {@code {"username": …, "password": …}}.
 *
 * @param name the user's name
 * @param password the user's password
 */
record ScramUser(String name, String password) {
    /** Kafka's name for clients that do not say who they are. */
    static final String NOBODY = "ANONYMOUS";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The user in the text of a secret; empty when it is of another form. */
    static Optional<ScramUser> of(Secret secret) {
        try {
            var json = JSON.readTree(secret.text());
            var name = json.path("username").asText("");
            var password = json.path("password").asText("");
            return json.path("username").isTextual() && !name.isBlank() && !name.equals(NOBODY) && !password.isEmpty()
                    ? Optional.of(new ScramUser(name, password))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            // Its text would show a part of the secret.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
