package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a distributed transaction changes, as the log has it from its beginning to its XA PREPARE. A small one is kept; of
 * another one the place is kept, and the log is read again. Used by the thread that reads the log.
 */
final class PreparedGroup {

    /** Is given the events in the order of the log. */
    interface Reader {

        /** One event, which is in a buffer that is used again. */
        void event(GroupEvent event) throws InterruptedException;
    }

    private final BinlogCoordinate start;
    private final List<GroupEvent> events = new ArrayList<>();
    private boolean kept;
    private long bytes;

    private PreparedGroup(BinlogCoordinate start, boolean kept) {
        this.start = start;
        this.kept = kept;
    }

    /** A group that begins at a place, of which no event is known yet. */
    static PreparedGroup begun(BinlogCoordinate start) {
        return new PreparedGroup(start, true);
    }

    /** A group that stands in the log from a place on. */
    static PreparedGroup logged(BinlogCoordinate start) {
        return new PreparedGroup(start, false);
    }

    BinlogCoordinate start() {
        return start;
    }

    /** The next event; returns how many bytes more are kept. */
    int add(GroupEvent event) {
        if (!kept) {
            return 0;
        }
        events.add(event.kept());
        bytes += event.size();
        return event.size();
    }

    /** Keeps the place only; returns how many bytes less are kept. */
    long forgetEvents() {
        long before = bytes;
        kept = false;
        bytes = 0;
        events.clear();
        return before;
    }

    long bytes() {
        return bytes;
    }

    /** Gives {@code reader} the events; may read them from the log. */
    void read(SourceConfig.Address address, Reader reader) throws InterruptedException {
        if (!kept) {
            LogConnection.look(address, start, stream -> again(stream, reader));
            return;
        }
        for (GroupEvent event : events) {
            reader.event(event);
        }
    }

    private void again(InputStream stream, Reader reader) throws IOException, InterruptedException {
        try (LogEvents log = new LogEvents(stream, start)) {
            for (log.next(); !isEnd(log); log.next()) {
                LogConnection.goOn();
                if (GroupEvent.matters(log.type())) {
                    reader.event(GroupEvent.of(log));
                }
            }
        }
    }

    /** Of one that was committed at once as well. */
    private static boolean isEnd(LogEvents log) {
        return log.type() == LogEvent.XA_PREPARE || log.type() == LogEvent.XID;
    }
}
