package dev.caudal.cluster;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a cluster, under way or over.
 *
 * @param id what makes its ARN unique
 * @param change what it changes
 * @param started when it was asked for
 * @param ended when it was over
 * @param failure why it failed, if it did
 */
record Operation(UUID id, Change change, Instant started, Optional<Instant> ended, Optional<String> failure) {

    static Operation begin(Change change, Instant now) {
        return new Operation(UUID.randomUUID(), change, now, Optional.empty(), Optional.empty());
    }

    Operation end(Instant now, Optional<String> reason) {
        return new Operation(id, change, started, Optional.of(now), reason);
    }

    /** MSK's name of its state. */
    String state() {
        if (ended.isEmpty()) {
            return change.stem() + "_IN_PROGRESS";
        }
        return change.stem() + (failure.isPresent() ? "_FAILED" : "_COMPLETE");
    }
}
