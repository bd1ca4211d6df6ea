package dev.caudal.mysql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hands on what was read from the log, with the position behind it. Used by the thread that reads the log. */
final class LogDelivery {

    private static final int BATCH_ROWS = 1000;
    private static final long BATCH_BYTES = 1 << 20;

    private final Outlet out;
    private final ChangeWriter writer;
    private final LogStart origin;
    private final DeliveredGtids gtids;
    private final long saveNanos;
    private final List<Progress> waiting = new ArrayList<>();
    private BinlogCoordinate savedAt;
    private long savedNanos = System.nanoTime();
    private long second;

    /**
     * Nothing is handed on yet.
     *
     * @param saveInterval how often a position is handed on where no selected table changes
     */
    LogDelivery(Outlet out, ChangeWriter writer, LogStart origin, DeliveredGtids gtids, Duration saveInterval) {
        this.out = out;
        this.writer = writer;
        this.origin = origin;
        this.gtids = gtids;
        this.saveNanos = saveInterval.toNanos();
        this.savedAt = origin.position().start();
    }

    /** When the last change was made, by the source's clock. */
    void second(long last) {
        second = last;
    }

    /** To be handed on with the next batch. */
    void add(Progress progress) {
        waiting.add(progress);
    }

    /** Inside the transaction that starts at {@code start}: first what came before it, and only then a part of it. */
    void inside(BinlogCoordinate start) throws InterruptedException {
        if (writer.hasEarlier()) {
            LogPosition reached = on(LogPosition.between(start, writer.sequenceBeforeTransaction()));
            handOn(writer.takeEarlier(), reached);
        } else {
            LogPosition reached = on(writer.beforeOpen(start));
            handOn(writer.take(), reached);
        }
    }

    /** Between transactions: what is finished if it is enough for a batch. */
    void batch(BinlogCoordinate place) throws InterruptedException {
        if (writer.size() >= BATCH_ROWS || writer.bytes() >= BATCH_BYTES) {
            between(place);
        }
    }

    /** A transaction ends: now and then what is finished. */
    void passed(BinlogCoordinate place) throws InterruptedException {
        out.reading().passed(place, second);
        if (isDue()) {
            between(place);
            save(place);
        }
    }

    /** Between transactions: what is finished, or now and then only the place. */
    void between(BinlogCoordinate place) throws InterruptedException {
        if (writer.size() > 0 || !waiting.isEmpty()) {
            handOn(writer.take(), reached(place));
        } else if (isDue()) {
            save(place);
        }
    }

    /** Between transactions: the place. */
    void save(BinlogCoordinate place) throws InterruptedException {
        if (!place.equals(savedAt)) {
            handOn(ChangeWriter.Changes.NONE, reached(place));
        }
        savedNanos = System.nanoTime();
    }

    private boolean isDue() {
        return System.nanoTime() - savedNanos > saveNanos;
    }

    private LogPosition reached(BinlogCoordinate place) {
        return on(LogPosition.between(place, writer.sequence()));
    }

    private LogPosition on(LogPosition reached) {
        return reached.on(origin.server(reached.start()), gtids.toString());
    }

    private void handOn(ChangeWriter.Changes changes, LogPosition reached) throws InterruptedException {
        List<Progress> progress = new ArrayList<>(waiting);
        waiting.clear();
        for (DataError error : changes.errors()) {
            if (error.suspends()) {
                progress.add(new Progress.Suspended(error.table(), error.toString()));
            }
        }
        progress.add(new Progress.Log(reached));
        long millis = changes.messages().isEmpty() ? 0 : second * 1000;
        out.send(new Batch(changes.messages(), changes.errors(), progress, millis));
        savedAt = reached.start();
        savedNanos = System.nanoTime();
    }
}
