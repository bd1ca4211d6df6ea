package dev.caudal.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest points of a task, at most one for each step of time, in a ring of fixed size: a newer point takes the place
 * of the one that is a whole round older. Not safe for use by several threads.
 */
final class History {

    private final long stepMillis;
    private final @Nullable HistoryPoint[] ring;

    History(Duration step, int points) {
        stepMillis = step.toMillis();
        ring = new @Nullable HistoryPoint[points];
    }

    /** Adds a point; of one step the last counts. */
    void add(HistoryPoint point) {
        ring[slot(point.time())] = point;
    }

    /** Whether the step of this moment has a point already. */
    boolean has(Instant time) {
        var point = ring[slot(time)];
        return point != null && step(point.time()) == step(time);
    }

    /** The points of the last round before {@code now}, in the order of time. */
    List<HistoryPoint> points(Instant now) {
        long last = step(now);
        var points = new ArrayList<HistoryPoint>();
        for (long step = last - ring.length + 1; step <= last; step++) {
            var point = ring[Math.floorMod(step, ring.length)];
            if (point != null && step(point.time()) == step) {
                points.add(point);
            }
        }
        return points;
    }

    private int slot(Instant time) {
        return Math.floorMod(step(time), ring.length);
    }

    private long step(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), stepMillis);
    }
}
