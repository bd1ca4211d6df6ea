package dev.caudal.rest;

import java.util.Map;
import java.util.Optional;

/**
 * A name and password by which the brokers know a user.
 *
 * @param user the name; no control characters
 * @param password the password; no control characters
 */
record KafkaLogin(String user, String password) {
    /** The settings of a Kafka client that logs in with it. */
    Map<String, String> settings(String mechanism) {
        var module = module(mechanism)
                .orElseThrow(() -> new IllegalArgumentException(mechanism + " knows no names and passwords."));
        return Map.of(
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "%s required username=%s password=%s;".formatted(module, quoted(user), quoted(password)));
    }

    /** The class of Kafka's clients that logs in by names and passwords; empty where the mechanism has none. */
    static Optional<String> module(String mechanism) {
        return switch (mechanism) {
            case "PLAIN" -> Optional.of("org.apache.kafka.common.security.plain.PlainLoginModule");
            case "SCRAM-SHA-256", "SCRAM-SHA-512" ->
                Optional.of("org.apache.kafka.common.security.scram.ScramLoginModule");
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return "KafkaLogin[" + user + "]";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
