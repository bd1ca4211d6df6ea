package dev.caudal.server;

import java.util.Optional;

/**
 * What of a platform serves other machines than its own; all else serves the loopback address only.
 *
 * @param api how the API and the console do, if they shall
 * @param kafka how the broker does, if it shall
 */
public record OtherMachines(Optional<ApiNetwork> api, Optional<KafkaNetwork> kafka) {
    /** Nothing. */
    public static final OtherMachines NONE = new OtherMachines(Optional.empty(), Optional.empty());
}
