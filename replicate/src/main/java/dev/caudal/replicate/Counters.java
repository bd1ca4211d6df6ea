package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.Destination;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import dev.caudal.mysql.Reading;
import dev.caudal.mysql.TaskState;
import dev.caudal.mysql.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a task has delivered: by operation since it was created, by table since it was started. Written by the task's
 * thread, read by any. Rows that are sent count when their transaction is committed.
 */
final class Counters {

    private static final int MOST_TOPICS = 1_000;

    private final Map<TableId, TableCounters> tables = new LinkedHashMap<>();
    private final List<TableId> touched = new ArrayList<>();
    private final List<TableId> unloaded;
    private final Set<String> otherTopics = ConcurrentHashMap.newKeySet();
    private @Nullable TableId lastId;
    private @Nullable TableCounters lastTable;

    private volatile Totals totals = Totals.NONE;
    private volatile String place = "";
    private volatile String gtid = "";
    private volatile long transactions;
    private volatile long lastCommitMillis;
    private volatile long latencyMillis;
    private volatile boolean allLoaded;

    Counters(List<TableId> tables) {
        tables.forEach(table -> this.tables.put(table, new TableCounters()));
        unloaded = new ArrayList<>(tables);
    }

    /** A message was handed to the producer. */
    void sent(Message message) {
        touched(message.table()).sent(message.operation());
        Destination own = message.destination();
        if (own != null && !own.topic().isEmpty() && otherTopics.size() < MOST_TOPICS) {
            otherTopics.add(own.topic());
        }
    }

    /** The topics that rows went to since the task was started because an expression said so; the first of many. */
    Set<String> otherTopics() {
        return Set.copyOf(otherTopics);
    }

    /** A row that cannot be sent was handed to the producer. */
    void failed(TableId id) {
        touched(id).failed();
    }

    private TableCounters touched(TableId id) {
        TableCounters table = lastTable;
        if (table == null || !id.equals(lastId)) {
            table = table(id);
            lastId = id;
            lastTable = table;
            if (table.touch()) {
                touched.add(id);
            }
        }
        return table;
    }

    /**
     * What was handed to the producer is committed.
     *
     * @param logMillis when the last change happened by the source's clock; 0 if it was none
     */
    void delivered(TaskState state, long logMillis) {
        long now = System.currentTimeMillis();
        long next = transactions + 1;
        for (TableId id : touched) {
            TableCounters table = table(id);
            table.delivered();
            table.state(state, id, next);
        }
        untouched();
        loaded(state, next);
        state(state);
        lastCommitMillis = now;
        latencyMillis = logMillis == 0 ? 0 : Math.max(0, now - logMillis);
        transactions = next;
    }

    /** What was handed to the producer is lost; it will come again. */
    void undone() {
        touched.forEach(id -> table(id).undone());
        untouched();
    }

    private void untouched() {
        touched.clear();
        lastId = null;
        lastTable = null;
    }

    /** Takes over what was read when a session began. */
    void begin(TaskState state) {
        unloaded.clear();
        unloaded.addAll(tables.keySet());
        tables.forEach((id, table) -> table.state(state, id, transactions));
        loaded(state, transactions);
        state(state);
    }

    private void loaded(TaskState state, long next) {
        if (unloaded.isEmpty()) {
            return;
        }
        unloaded.removeIf(id -> {
            boolean loaded = state.isLoaded(id) || state.suspension(id).isPresent();
            if (loaded) {
                table(id).state(state, id, next);
            }
            return loaded;
        });
        allLoaded = unloaded.isEmpty();
    }

    private void state(TaskState state) {
        totals = state.totals();
        place = state.place();
        gtid = state.gtid();
    }

    private TableCounters table(TableId id) {
        return Objects.requireNonNull(tables.get(id));
    }

    /** Whether every table is loaded, or suspended. */
    boolean allLoaded() {
        return allLoaded;
    }

    /** What was delivered since the task was created. */
    Totals totals() {
        return totals;
    }

    /** Rows of an operation since the task was started. */
    long total(Operation operation) {
        return tables.values().stream()
                .mapToLong(table -> table.total(operation))
                .sum();
    }

    /** The place in the log up to which all is delivered. */
    String place() {
        return place;
    }

    /** The global transaction identifiers up to there. */
    String gtid() {
        return gtid;
    }

    /** Kafka transactions with rows or positions since the task was started. */
    long transactions() {
        return transactions;
    }

    /** When the last transaction was committed, milliseconds since 1970; 0 if none was. */
    long lastCommitMillis() {
        return lastCommitMillis;
    }

    /** Milliseconds between the last change by the source's clock and its commit. */
    long latencyMillis() {
        return latencyMillis;
    }

    /** Tables that have changed since a number of transactions, as the statistics topic has them; -1 for all. */
    ObjectNode json(long since, Optional<Reading> reading, boolean failed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        tables.forEach((id, table) -> {
            if (table.changedSince(since)) {
                table.addTo(json.putObject(id.toString()), id, reading, failed);
            }
        });
        return json;
    }
}
