package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How far a source has read, for those who watch it. Written by the source's threads, read by any. */
public final class Reading {

    private final AtomicReference<Object> place = new AtomicReference<>("");
    private final AtomicLong readMillis = new AtomicLong();
    private final AtomicLong latency = new AtomicLong();
    private volatile Totals totals;
    private final Map<TableId, Long> estimates = new ConcurrentHashMap<>();
    private volatile long heardMillis;
    private volatile boolean alive;
    private volatile boolean ended;

    Reading(Totals totals) {
        this.totals = totals;
    }

    /** The server answers: a snapshot is open, or the log has begun to flow. */
    void begun() {
        alive = true;
    }

    /** Nothing more comes, since only the load was wanted. */
    void ended() {
        ended = true;
    }

    /** About how many rows a table has. */
    void estimated(TableId table, long rows) {
        estimates.put(table, rows);
    }

    /** The server gave a sign of life, which it does every second while its log rests. */
    void heard() {
        heardMillis = System.currentTimeMillis();
    }

    /** The log was read up to {@code place}, whose last event is of {@code second} since 1970. Once a transaction. */
    void passed(BinlogCoordinate place, long second) {
        long now = System.currentTimeMillis();
        this.place.lazySet(place);
        latency.lazySet(Math.max(0, now - second * 1000));
        readMillis.lazySet(now);
    }

    void handedOn(Totals read) {
        totals = read;
    }

    /** Whether the source has answered since it was started. */
    public boolean isAlive() {
        return alive;
    }

    /** Whether the source has nothing more to read, ever. */
    public boolean isEnded() {
        return ended;
    }

    /** The place in the log up to which it was read, as {@code file:offset}; empty before the first transaction. */
    public String place() {
        return String.valueOf(place.get());
    }

    /** When {@link #place} was reached, milliseconds since 1970; 0 if the log was not read yet. */
    public long readMillis() {
        return readMillis.get();
    }

    /** When the server was last heard while its log was read, milliseconds since 1970; 0 if it was not yet. */
    public long heardMillis() {
        return Math.max(heardMillis, readMillis.get());
    }

    /** Milliseconds between the last transaction by the source's clock, which has seconds, and its reading. */
    public long latencyMillis() {
        return latency.get();
    }

    /** What was read since the task was created: delivered or waiting. */
    public Totals totals() {
        return totals;
    }

    /** About how many rows a table had when its load was planned; empty where that is not known. */
    public OptionalLong estimatedRows(TableId table) {
        Long rows = estimates.get(table);
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }
}
