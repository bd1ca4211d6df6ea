package dev.caudal.mysql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions were delivered, and the one that is being read. Used by the thread that reads the log.
 */
final class DeliveredGtids {

    private Optional<GtidSet> delivered;
    private @Nullable Gtid current;

    /** The transactions of {@code text}, an empty text where they are not known. */
    DeliveredGtids(String text) {
        delivered = GtidSet.parse(text);
    }

    /** The transactions of {@code set}, which is this object's own from now on. */
    DeliveredGtids(GtidSet set) {
        delivered = Optional.of(set);
    }

    /** A transaction begins. */
    void begin(Gtid gtid) {
        current = gtid;
    }

    /** A transaction begins that no other server knows by a name: from here on the set is not complete. */
    void beginUnnamed() {
        current = null;
        delivered = Optional.empty();
    }

    /** Whether the transaction that is being read was delivered before. */
    boolean isRepeated() {
        Gtid reading = current;
        return reading != null && delivered.filter(set -> set.contains(reading)).isPresent();
    }

    /** The transaction that is being read is done. */
    void end() {
        Gtid done = current;
        if (done != null) {
            delivered.filter(set -> !set.contains(done)).ifPresent(set -> set.add(done));
            current = null;
        }
    }

    /** The set without the transaction that is being read; empty where it is not known. */
    @Override
    public String toString() {
        return delivered.map(Object::toString).orElse("");
    }
}
