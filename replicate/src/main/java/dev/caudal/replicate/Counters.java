package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import dev.caudal.mysql.TaskState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What a task has delivered since it was started, by table and operation. Written by the task's thread, read by any.
 * Rows that are sent count when their transaction is committed.
 */
final class Counters {

    private final Map<TableId, Table> tables = new LinkedHashMap<>();
    private final LongAdder transactions = new LongAdder();
    private volatile long lastCommitMillis;
    private @Nullable TableId lastId;
    private @Nullable Table lastTable;

    Counters(List<TableId> tables) {
        tables.forEach(table -> this.tables.put(table, new Table()));
    }

    private static final class Table {

        private final Map<Operation, LongAdder> delivered = new EnumMap<>(Operation.class);
        private final Map<Operation, Open> open = new EnumMap<>(Operation.class);
        private volatile boolean loaded;

        Table() {
            for (Operation operation : Operation.values()) {
                delivered.put(operation, new LongAdder());
                open.put(operation, new Open());
            }
        }

        private void undone() {
            open.values().forEach(each -> each.count = 0);
        }
    }

    /** Rows that are sent and not committed. */
    private static final class Open {

        private long count;
    }

    /** A message was handed to the producer. */
    void sent(Message message) {
        Table table = lastTable;
        if (table == null || !message.table().equals(lastId)) {
            table = Objects.requireNonNull(tables.get(message.table()));
            lastId = message.table();
            lastTable = table;
        }
        Objects.requireNonNull(table.open.get(message.operation())).count++;
    }

    /** What was handed to the producer is committed. */
    void delivered(TaskState state) {
        for (Table table : tables.values()) {
            table.delivered.forEach(
                    (operation, count) -> count.add(Objects.requireNonNull(table.open.get(operation)).count));
            table.undone();
        }
        transactions.increment();
        lastCommitMillis = System.currentTimeMillis();
        state(state);
    }

    /** What was handed to the producer is lost; it will come again. */
    void undone() {
        tables.values().forEach(Table::undone);
    }

    /** Notes which tables are loaded. */
    void state(TaskState state) {
        tables.forEach((id, table) -> table.loaded = state.isLoaded(id));
    }

    /** All rows of an operation. */
    long total(Operation operation) {
        return tables.values().stream()
                .mapToLong(table ->
                        Objects.requireNonNull(table.delivered.get(operation)).sum())
                .sum();
    }

    /** Kafka transactions with rows or positions. */
    long transactions() {
        return transactions.sum();
    }

    /** When the last transaction was committed, milliseconds since 1970; 0 if none was. */
    long lastCommitMillis() {
        return lastCommitMillis;
    }

    /** The counters as the statistics topic has them. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        tables.forEach((id, table) -> {
            ObjectNode counts = json.putObject(id.toString());
            counts.put("state", table.loaded ? "loaded" : "loading");
            table.delivered.forEach((operation, count) -> counts.put(ConfigNames.of(operation), count.sum()));
        });
        return json;
    }
}
