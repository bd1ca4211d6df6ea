package dev.caudal.rest;

import java.util.Optional;

/**
 * On whose behalf a request is served.
 *
 * @param name the user's name; empty where nobody is asked for one
 * @param login what the user logs in with at the brokers; empty: the proxy's own
 */
record Caller(String name, Optional<KafkaLogin> login) {
    /** Whoever can reach the proxy. */
    static final Caller ANYBODY = new Caller("", Optional.empty());
}
