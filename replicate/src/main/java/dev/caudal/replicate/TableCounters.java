package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import dev.caudal.mysql.Reading;
import dev.caudal.mysql.TaskState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What a task has delivered of one table. Written by the task's thread, read by any. */
final class TableCounters {

    /** How far the load of a table is. */
    enum Load {
        QUEUED,
        LOADING,
        COMPLETED,
        ERROR
    }

    private final Map<Operation, Count> counts = new EnumMap<>(Operation.class);
    private final Count dataErrors = new Count();
    private boolean touched;
    private volatile Load load = Load.QUEUED;
    private volatile long sinceMillis = System.currentTimeMillis();
    private volatile long startedMillis;
    private volatile long rows;
    private volatile long bytes;
    private volatile String error = "";
    private volatile long version;

    TableCounters() {
        for (Operation operation : Operation.values()) {
            counts.put(operation, new Count());
        }
    }

    private static final class Count {

        private final AtomicLong delivered = new AtomicLong();
        private long open;

        private void deliver() {
            if (open > 0) {
                delivered.lazySet(delivered.get() + open);
                open = 0;
            }
        }
    }

    private Count count(Operation operation) {
        return Objects.requireNonNull(counts.get(operation));
    }

    /** Notes that rows are sent; returns whether they are the first of a transaction. */
    boolean touch() {
        boolean first = !touched;
        touched = true;
        return first;
    }

    /** A row was handed to the producer. */
    void sent(Operation operation) {
        count(operation).open++;
    }

    /** A row that cannot be sent was handed to the producer. */
    void failed() {
        dataErrors.open++;
    }

    /** What was handed to the producer is committed. */
    void delivered() {
        dataErrors.deliver();
        counts.values().forEach(Count::deliver);
        touched = false;
    }

    /** What was handed to the producer is lost. */
    void undone() {
        counts.values().forEach(count -> count.open = 0);
        dataErrors.open = 0;
        touched = false;
    }

    /** Takes over how far the load is, in the version of the counters that follows. */
    void state(TaskState state, TableId id, long next) {
        error = state.suspension(id).orElse("");
        Load now = !error.isEmpty()
                ? Load.ERROR
                : state.isLoaded(id) ? Load.COMPLETED : state.isBegun(id) ? Load.LOADING : Load.QUEUED;
        if (now != load) {
            sinceMillis = System.currentTimeMillis();
            if (now == Load.LOADING) {
                startedMillis = sinceMillis;
            }
            load = now;
        }
        rows = state.loadedRows(id);
        bytes = state.loadedBytes(id);
        version = next;
    }

    boolean changedSince(long earlier) {
        return version > earlier;
    }

    long total(Operation operation) {
        return count(operation).delivered.get();
    }

    /** As the statistics topic has it. */
    void addTo(ObjectNode json, TableId id, Optional<Reading> reading, boolean failed) {
        Load now = load;
        json.put("state", failed && now == Load.LOADING ? "error" : ConfigNames.of(now));
        if (!error.isEmpty()) {
            json.put("reason", error);
        }
        json.put("since", Instant.ofEpochMilli(sinceMillis).toString());
        json.put("rows", rows);
        json.put("bytes", bytes);
        reading.map(it -> it.estimatedRows(id))
                .ifPresent(estimate -> estimate.ifPresent(it -> json.put("estimate", it)));
        if (startedMillis > 0) {
            long end = now == Load.COMPLETED || now == Load.ERROR ? sinceMillis : System.currentTimeMillis();
            json.put("loadMillis", end - startedMillis);
        }
        json.put("inserts", total(Operation.INSERT));
        json.put("updates", total(Operation.UPDATE));
        json.put("deletes", total(Operation.DELETE));
        json.put("dataErrors", dataErrors.delivered.get());
    }
}
