package dev.caudal.cluster.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a partition ended at the times it was looked at, so that a lag in records can be told in time. Looks at which it
 * had not grown take no room. For one thread.
 */
final class Ends {
    private static final int KEPT = 720;

    private final Deque<End> all = new ArrayDeque<>();

    /** An end offset, and when it was first and last seen to be the end. */
    private record End(long offset, Instant first, Instant last) {}

    void add(long offset, Instant now) {
        var newest = all.peekLast();
        if (newest != null && newest.offset == offset) {
            all.removeLast();
            all.addLast(new End(offset, newest.first, now));
            return;
        }
        all.addLast(new End(offset, now, now));
        if (all.size() > KEPT) {
            all.removeFirst();
        }
    }

    /** Where it ended when it was last looked at. */
    long latest() {
        var newest = all.peekLast();
        return newest == null ? 0 : newest.offset;
    }

    /**
     * How long ago the record at an offset came: between two looks it is taken to have come evenly. At least so long where
     * that was before the first look.
     */
    Duration age(long offset, Instant now) {
        End before = null;
        for (var end : all) {
            if (end.offset > offset) {
                return Duration.between(before == null ? end.first : arrival(offset, before, end), now);
            }
            before = end;
        }
        return Duration.ZERO;
    }

    private static Instant arrival(long offset, End before, End after) {
        double part = (double) (offset - before.offset) / (after.offset - before.offset);
        var between = Duration.between(before.last, after.first);
        return before.last.plusMillis((long) (part * between.toMillis()));
    }
}
