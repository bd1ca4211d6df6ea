package dev.caudal.server.monitor;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * When somebody is told.
 *
 * @param lag so far a task may lag behind its source, at least 1 s
 * @param webhook where an alert is sent by HTTP; empty for nowhere
 */
public record AlertRules(Duration lag, Optional<URI> webhook) {

    /** A lag of a minute, told to nobody. */
    public static final AlertRules USUAL = new AlertRules(Duration.ofMinutes(1), Optional.empty());
}
