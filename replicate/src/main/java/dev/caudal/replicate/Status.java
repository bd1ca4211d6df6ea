package dev.caudal.replicate;

import dev.caudal.mysql.Reading;
import dev.caudal.mysql.SourceConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a task is. It moves only once its source has answered: a session that was opened anew is not yet a recovery.
 * Written by the task's thread, read by any.
 */
final class Status {

    private static final EnumSet<Phase.Kind> FINAL = EnumSet.of(Phase.Kind.FAILED, Phase.Kind.STOPPED);

    private final SourceConfig source;
    private final Counters counters;
    private Phase phase = Phase.of(Phase.Kind.STARTING);
    private volatile @Nullable Reading reading;

    Status(SourceConfig source, Counters counters) {
        this.source = source;
        this.counters = counters;
    }

    Counters counters() {
        return counters;
    }

    /** A session reads. */
    void opened(Reading opened) {
        reading = opened;
    }

    /** No session reads. */
    void closed() {
        reading = null;
    }

    Optional<Reading> reading() {
        return Optional.ofNullable(reading);
    }

    synchronized void recovering(String reason, int attempt, Duration pause) {
        Instant since = phase.kind() == Phase.Kind.RECOVERING ? phase.since() : Instant.now();
        phase = new Phase(
                Phase.Kind.RECOVERING,
                since,
                reason,
                attempt,
                Optional.of(Instant.now().plus(pause)));
    }

    synchronized void failed(String reason) {
        phase = Phase.of(Phase.Kind.FAILED, reason);
    }

    synchronized void stopped() {
        if (phase.kind() != Phase.Kind.FAILED) {
            phase = Phase.of(Phase.Kind.STOPPED);
        }
    }

    /** The phase now. */
    synchronized Phase phase() {
        Reading now = reading;
        if (FINAL.contains(phase.kind()) || now == null || !now.isAlive()) {
            return phase;
        }
        Phase.Kind kind = moving(now);
        if (phase.kind() != kind) {
            phase = Phase.of(kind);
        }
        return phase;
    }

    private Phase.Kind moving(Reading now) {
        if (source.fullLoad() && !counters.allLoaded()) {
            return Phase.Kind.LOADING;
        }
        return now.isEnded() && !source.applyChanges() ? Phase.Kind.COMPLETED : Phase.Kind.CHANGES;
    }
}
