package dev.caudal.server.endpoint;

import java.util.Map;

/**
 * A place that changes come from or go to, checked.
 *
 * @param role on which side of a task
 * @param type what it is
 * @param description for people, may be empty
 * @param settings by field, without secrets
 * @param secrets by field, encrypted
 */
public record Endpoint(
        Role role, EndpointType type, String description, Map<String, String> settings, Map<String, String> secrets) {
    /** What is shown in place of a secret; sent back, it means the secret that is there. */
    public static final String MASK = "********";

    /** Copies the maps. */
    public Endpoint {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }
}
