package dev.caudal.mysql;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Distributed transactions that were prepared and not decided yet, as far as they are remembered: what is forgotten, since
 * there are too many or the task was started again, {@link PreparedSearch} finds in the log.
 */
final class PreparedGroups {

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 16 << 20;

    private final Map<Xid, PreparedGroup> prepared = new LinkedHashMap<>();
    private long bytes;

    /** A group has got one event more; of all events the oldest are forgotten where they become too many. */
    void grown(PreparedGroup group, int by) {
        bytes += by;
        for (Iterator<PreparedGroup> oldest = prepared.values().iterator(); bytes > MOST_BYTES && oldest.hasNext(); ) {
            bytes -= oldest.next().forgetEvents();
        }
        if (bytes > MOST_BYTES) {
            bytes -= group.forgetEvents();
        }
    }

    /** A group was prepared under a name. */
    void add(Xid xid, PreparedGroup group) {
        Optional.ofNullable(prepared.put(xid, group)).ifPresent(this::left);
        if (prepared.size() > MOST) {
            Iterator<PreparedGroup> oldest = prepared.values().iterator();
            left(oldest.next());
            oldest.remove();
        }
    }

    /** A group that stands in the log from a place on, unless a later one of its name is known. */
    void found(Xid xid, BinlogCoordinate start) {
        if (prepared.size() < MOST) {
            prepared.putIfAbsent(xid, PreparedGroup.logged(start));
        }
    }

    /** The group of a name, which is decided now; empty where it is not remembered. */
    Optional<PreparedGroup> remove(Xid xid) {
        Optional<PreparedGroup> group = Optional.ofNullable(prepared.remove(xid));
        group.ifPresent(this::left);
        return group;
    }

    /** A group is of no more use. */
    void left(PreparedGroup group) {
        bytes -= group.bytes();
    }
}
