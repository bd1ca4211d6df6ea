package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.List;

/**
 * Data errors of the log that wait for the messages they are handed on with. Those behind a change that is still open
 * wait until that one is finished: the position before it must come before them, too.
 */
final class WaitingErrors {

    private List<DataError> finished = new ArrayList<>();
    private final List<DataError> late = new ArrayList<>();
    private int firstOfTransaction;
    private long bytes;
    private long bytesBeforeTransaction;
    private long lateBytes;

    void add(DataError error, boolean behindOpen) {
        if (behindOpen) {
            late.add(error);
            lateBytes += error.size();
        } else {
            finished.add(error);
            bytes += error.size();
        }
    }

    /** The open change is finished. */
    void finish() {
        if (!late.isEmpty()) {
            finished.addAll(late);
            bytes += lateBytes;
            late.clear();
            lateBytes = 0;
        }
    }

    /** A transaction begins, or has ended. */
    void mark() {
        firstOfTransaction = finished.size();
        bytesBeforeTransaction = bytes;
    }

    /** The transaction is undone. */
    void rollback() {
        late.clear();
        lateBytes = 0;
        finished.subList(firstOfTransaction, finished.size()).clear();
        bytes = bytesBeforeTransaction;
    }

    /** Errors that may be handed on. */
    int size() {
        return finished.size();
    }

    /** About how many bytes {@link #size} take. */
    long bytes() {
        return bytes;
    }

    /** Errors that must wait. */
    int late() {
        return late.size();
    }

    /** About how many bytes {@link #late} take. */
    long lateBytes() {
        return lateBytes;
    }

    boolean hasEarlier() {
        return firstOfTransaction > 0;
    }

    /** Takes all that may be handed on. */
    List<DataError> take() {
        List<DataError> taken = finished;
        finished = new ArrayList<>();
        bytes = 0;
        mark();
        return taken;
    }

    /** Takes those of the transactions before this one. */
    List<DataError> takeEarlier() {
        List<DataError> earlier = finished.subList(0, firstOfTransaction);
        List<DataError> taken = List.copyOf(earlier);
        earlier.clear();
        bytes -= bytesBeforeTransaction;
        bytesBeforeTransaction = 0;
        firstOfTransaction = 0;
        return taken;
    }
}
