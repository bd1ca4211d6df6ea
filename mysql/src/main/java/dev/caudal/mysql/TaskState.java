package dev.caudal.mysql;

import dev.caudal.core.ChangeSequence;
import dev.caudal.core.TableId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that a replication task remembers: how far the log is delivered and how far each table is loaded, as the offsets
 * of a Connect connector. Owned by the thread that delivers.
 */
public final class TaskState {

    private static final String LOG = "log";
    private static final String TABLE = "table";
    private static final String BINLOG = "binlog";

    /** The field of the log's offset that repeats its place where structures are known. */
    private static final String STRUCTURES = "structures";

    /** What fields of the log's offset begin with that define a table which is not captured. */
    private static final String COPY = "copy ";

    private final Map<TableId, TableLoad> loads;
    private final Map<TableId, String> copies = new LinkedHashMap<>();
    private final Set<Map<String, String>> changed = new HashSet<>();
    private Optional<LogPosition> log;
    private Totals totals;
    private long structured;

    private TaskState(Optional<LogPosition> log, Map<TableId, TableLoad> loads, Totals totals) {
        this.log = log;
        this.loads = loads;
        this.totals = totals;
    }

    /** The partition under which the position in the log is kept. */
    public static Map<String, String> logPartition() {
        return Map.of(LOG, BINLOG);
    }

    /** The partition under which the load of a table is kept. */
    public static Map<String, String> tablePartition(TableId table) {
        return Map.of(TABLE, table.toString());
    }

    /**
     * The offset with which a table is loaded again, under the next load number.
     *
     * @param offset what the task has written for the table
     */
    public static Map<String, Object> loadedAgain(Map<String, ?> offset) {
        return Map.of("load", (long) TableLoad.of(offset).number());
    }

    /**
     * The offset of a table of which only changes are sent from now on.
     *
     * @param offset what the task has written for the table; empty if it has not
     */
    public static Map<String, Object> takenForLoaded(Map<String, ?> offset) {
        return Map.of("load", (long) TableLoad.of(offset).number(), "followed", true);
    }

    /**
     * The offset with which a task goes on elsewhere in the log; its change sequences go on as well.
     *
     * @param place where a transaction begins, or the end of the log
     * @param offset what the task has written for the log; empty if it never ran
     */
    public static Map<String, Object> movedTo(BinlogCoordinate place, Map<String, ?> offset) {
        Map<String, Object> moved = new HashMap<>(offset);
        ChangeSequence sequence =
                offset.isEmpty() ? ChangeSequence.START : LogPosition.of(offset).sequence();
        moved.putAll(LogPosition.between(place, sequence).offset());
        moved.remove(STRUCTURES);
        return moved;
    }

    /**
     * The offset of the log with which a task counts its rows from 0.
     *
     * @param offset what the task of before has written for the log
     */
    public static Map<String, Object> countedAnew(Map<String, ?> offset) {
        Map<String, Object> anew = new HashMap<>(offset);
        Totals.removeFrom(anew);
        return anew;
    }

    /**
     * Reads a state from offsets.
     *
     * @param offsets by partition the offset, as Connect keeps them
     * @throws IllegalArgumentException if a partition is not one of a task, or an offset lacks a field or has a wrong one
     */
    public static TaskState of(Map<? extends Map<String, ?>, ? extends Map<String, ?>> offsets) {
        TaskState state = new TaskState(Optional.empty(), new HashMap<>(), Totals.NONE);
        offsets.forEach((partition, offset) -> {
            Object table = partition.get(TABLE);
            if (partition.size() == 1 && BINLOG.equals(partition.get(LOG))) {
                state.log = Optional.of(LogPosition.of(offset));
                state.totals = Totals.of(offset);
                offset.forEach((name, value) -> {
                    if (name.startsWith(COPY)) {
                        state.copies.put(TableId.parse(name.substring(COPY.length())), String.valueOf(value));
                    }
                });
            } else if (partition.size() == 1 && table instanceof String name) {
                state.loads.put(TableId.parse(name), TableLoad.of(offset));
            } else {
                throw new IllegalArgumentException(
                        "The partition " + partition
                                + " is none of a replication task; it is {\"log\": \"binlog\"} or {\"table\": \"<schema>.<table>\"}.");
            }
        });
        Map<String, ?> position = offsets.get(logPartition());
        state.forgetForeignStructures(position == null ? Map.of() : position);
        return state;
    }

    /** Takes over what a delivered batch made true. */
    public void apply(Batch batch) {
        batch.progress().forEach(this::apply);
        count(batch);
    }

    /** Totals are kept beside the position in the log, which a task has before its first row. */
    private void count(Batch batch) {
        if (batch.totals().isNone()) {
            return;
        }
        totals = totals.plus(batch.totals());
        if (log.isPresent()) {
            changed.add(logPartition());
        }
        if (batch.totals().loaded() > 0) {
            TableId table = batch.messages().get(0).table();
            put(table, load(table).counting(batch.totals().loaded(), batch.volume()));
        }
    }

    private void apply(Progress progress) {
        if (progress instanceof Progress.Log it) {
            log = Optional.of(it.position());
            changed.add(logPartition());
        } else if (progress instanceof Progress.LoadStarted it) {
            put(it.table(), it.load());
        } else if (progress instanceof Progress.Loaded it) {
            put(it.table(), load(it.table()).numbered(it.load()).with(it.range()));
        } else if (progress instanceof Progress.Followed it) {
            put(it.table(), load(it.table()).asFollowed());
        } else if (progress instanceof Progress.Sending it) {
            put(
                    it.table(),
                    knows(it.table()) ? load(it.table()).sending(it.columns()) : TableLoad.notBegun(it.columns()));
        } else if (progress instanceof Progress.Structured it) {
            put(
                    it.table(),
                    knows(it.table())
                            ? load(it.table()).structured(it.definition())
                            : TableLoad.notBegun(it.definition()));
        } else if (progress instanceof Progress.Copied it) {
            put(it);
        } else if (progress instanceof Progress.CopiesForgotten) {
            copies.clear();
        } else if (progress instanceof Progress.Suspended it) {
            put(it.table(), load(it.table()).suspended(it.reason()));
        }
    }

    private void put(TableId table, TableLoad load) {
        long more = sign(table, load) - sign(table, load(table));
        structured += more;
        if (more != 0 && log.isPresent()) {
            changed.add(logPartition());
        }
        loads.put(table, load);
        changed.add(tablePartition(table));
    }

    private void put(Progress.Copied copy) {
        if (copy.definition().isEmpty()) {
            copies.remove(copy.table());
        } else {
            copies.put(copy.table(), copy.definition());
        }
        if (log.isPresent()) {
            changed.add(logPartition());
        }
    }

    /** The sum of the signs is 0 where no structure is known. */
    private static long sign(TableId table, TableLoad load) {
        return load.structure().isEmpty() ? 0 : (table.toString().hashCode() | 1L << 32) * 0x9E3779B97F4A7C15L;
    }

    /** Where somebody moved the position, structures are those of elsewhere. */
    private void forgetForeignStructures(Map<String, ?> position) {
        loads.forEach((table, load) -> structured += sign(table, load));
        if (!place().equals(position.get(STRUCTURES))) {
            copies.clear();
            loads.replaceAll((table, load) -> load.structured(""));
            structured = 0;
        }
    }

    TableLoad load(TableId table) {
        return loads.getOrDefault(table, TableLoad.FIRST);
    }

    /** Whether the task has a position in the log, which it has from its first delivery on. */
    public boolean isStarted() {
        return log.isPresent();
    }

    /** What was delivered since the task was created. */
    public Totals totals() {
        return totals;
    }

    /** The place in the log up to which all is delivered, as {@code file:offset}; empty before the first delivery. */
    public String place() {
        return log.map(position -> position.start().toString()).orElse("");
    }

    /** The global transaction identifiers up to {@link #place}, as the source names them; may be empty. */
    public String gtid() {
        return log.map(LogPosition::gtids).orElse("");
    }

    /** Rows of the table's present load that were delivered. */
    public long loadedRows(TableId table) {
        return load(table).rows();
    }

    /** Bytes of the messages of {@link #loadedRows}. */
    public long loadedBytes(TableId table) {
        return load(table).bytes();
    }

    /** Whether the load of the table has begun, or is done. */
    public boolean isBegun(TableId table) {
        return loads.containsKey(table)
                && (load(table).rows() > 0 || load(table).complete());
    }

    /** Whether every row of the table's full load has been handed on. */
    public boolean isLoaded(TableId table) {
        return load(table).complete();
    }

    /** Why the table is suspended: neither loaded further nor followed, until it is loaded again. */
    public Optional<String> suspension(TableId table) {
        return Optional.of(load(table).error()).filter(error -> !error.isEmpty());
    }

    /** Whether a table is not loaded to its end, or as of a place that the log has not reached. */
    boolean isLoading() {
        return loads.values().stream()
                .filter(load -> !load.followed() && !load.isSuspended())
                .anyMatch(load -> !load.complete()
                        || !load.loaded().reachedBy(log.orElseThrow().start()));
    }

    boolean knows(TableId table) {
        return loads.containsKey(table);
    }

    /** Tables that are not captured, and how they are defined at the place in the log. */
    Map<TableId, String> copies() {
        return Map.copyOf(copies);
    }

    Optional<LogPosition> log() {
        return log;
    }

    /** A copy that changes independently. */
    TaskState copy() {
        TaskState copy = new TaskState(log, new HashMap<>(loads), totals);
        copy.structured = structured;
        copy.copies.putAll(copies);
        return copy;
    }

    /** By partition the offsets that changed since this was last called. */
    public Map<Map<String, String>, Map<String, Object>> takeChanged() {
        Map<Map<String, String>, Map<String, Object>> offsets = new LinkedHashMap<>();
        for (Map<String, String> partition : changed) {
            String table = partition.get(TABLE);
            offsets.put(
                    partition,
                    table == null
                            ? logOffset()
                            : Objects.requireNonNull(loads.get(TableId.parse(table)))
                                    .offset());
        }
        changed.clear();
        return offsets;
    }

    private Map<String, Object> logOffset() {
        Map<String, Object> offset = log.orElseThrow().offset();
        totals.addTo(offset);
        if (structured != 0 || !copies.isEmpty()) {
            offset.put(STRUCTURES, place());
        }
        copies.forEach((table, definition) -> offset.put(COPY + table, definition));
        return offset;
    }
}
