package dev.caudal.s3.sink;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the objects of one Kafka partition are completed: Confluent's rules in Confluent's order, and an idle one. */
final class Rotation {

    private final RotationRules rules;
    private final Map<String, Boolean> open = new HashMap<>();
    private int count;
    private int unplaced;
    private long base;
    private long last;
    private @Nullable String folder;
    private long scheduled = Long.MIN_VALUE;
    private long written;

    Rotation(RotationRules rules) {
        this.rules = rules;
    }

    /**
     * Whether what is open has to be completed before a record is written.
     *
     * @param to the record's folder
     * @param timestamp the record's extracted time
     * @param tombstone whether it has no value
     * @param schemaChanged whether its schema does not go with that of the open objects
     * @param now by the clock
     */
    Optional<Cause> before(String to, long timestamp, boolean tombstone, boolean schemaChanged, long now) {
        last = timestamp;
        if (count == 0) {
            return Optional.empty();
        }
        if (open.getOrDefault(to, tombstone) != tombstone) {
            return Optional.of(Cause.TOMBSTONE);
        }
        Optional<Cause> time = byTime(to, timestamp, now);
        if (time.isPresent()) {
            return time;
        }
        if (schemaChanged) {
            return Optional.of(Cause.SCHEMA);
        }
        boolean another = rules.maxOpen() > 0 && !open.containsKey(to) && open.size() >= rules.maxOpen();
        return another ? Optional.of(Cause.OPEN_OBJECTS) : Optional.empty();
    }

    private Optional<Cause> byTime(String to, long timestamp, long now) {
        if (rules.interval() > 0) {
            if (timestamp - base >= rules.interval()) {
                return Optional.of(Cause.INTERVAL);
            }
            if (rules.onChange() && !to.equals(folder)) {
                return Optional.of(Cause.FOLDER);
            }
        }
        return due(now) ? Optional.of(Cause.SCHEDULE) : Optional.empty();
    }

    private boolean due(long now) {
        return rules.schedule().isPresent() && now >= scheduled;
    }

    /** A record was written. */
    void wrote(String to, long timestamp, boolean tombstone, long now) {
        if (count == 0) {
            base = timestamp;
            schedule(now);
        }
        count++;
        if (!to.equals(folder)) {
            folder = to;
            open.putIfAbsent(to, tombstone);
        }
        written = now;
    }

    /** A record was kept that is in no object. */
    void kept(long now) {
        unplaced++;
        written = now;
    }

    /** Whether what is open has to be completed after a record was written. */
    Optional<Cause> after() {
        return Math.max(count, unplaced) >= rules.flushSize() && count + unplaced > 0
                ? Optional.of(Cause.COUNT)
                : Optional.empty();
    }

    /** Whether what is open has to be completed although there is no record. */
    Optional<Cause> quiet(long now) {
        if (count + unplaced == 0) {
            return Optional.empty();
        }
        Optional<Cause> time = count == 0 ? Optional.empty() : byTime(folder == null ? "" : folder, last, now);
        if (time.isPresent()) {
            return time;
        }
        return rules.idle() > 0 && now - written >= rules.idle() ? Optional.of(Cause.IDLE) : Optional.empty();
    }

    /** Milliseconds until {@link #quiet} may say so. */
    long untilQuiet(long now) {
        if (count + unplaced == 0) {
            return Long.MAX_VALUE;
        }
        long idle = rules.idle() > 0 ? written + rules.idle() - now : Long.MAX_VALUE;
        return rules.schedule().isPresent() && count > 0 ? Math.min(idle, scheduled - now) : idle;
    }

    /** What was open is completed or given up. */
    void reset() {
        open.clear();
        count = 0;
        unplaced = 0;
        folder = null;
    }

    /** A schedule that ended while nothing was open does not complete the first record alone. */
    private void schedule(long now) {
        rules.schedule().ifPresent(schedule -> {
            if (now >= scheduled) {
                scheduled = schedule.next(now);
            }
        });
    }

    /** Why objects are completed. */
    enum Cause {
        TOMBSTONE,
        INTERVAL,
        FOLDER,
        SCHEDULE,
        SCHEMA,
        OPEN_OBJECTS,
        COUNT,
        IDLE,
        MEMORY
    }
}
