package dev.caudal.server.task;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.mysql.BinlogCoordinate;
import dev.caudal.mysql.TaskState;
import dev.caudal.server.definition.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task's positions as Connect has them, and what shall become of them. For one thread. */
final class TaskOffsets {
    private static final TypeReference<Map<String, String>> PARTITION = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> OFFSET = new TypeReference<>() {};

    private final Map<Map<String, String>, Map<String, Object>> present = new HashMap<>();
    private final Map<Map<String, String>, Map<String, Object>> changed = new LinkedHashMap<>();

    /** Reads the answer of {@code GET …/offsets}. */
    TaskOffsets(JsonNode answer) {
        for (var each : answer.path("offsets")) {
            present.put(
                    Json.MAPPER.convertValue(each.path("partition"), PARTITION),
                    Json.MAPPER.convertValue(each.path("offset"), OFFSET));
        }
    }

    /** Whether the task has a place in the log. */
    boolean isStarted() {
        return present.containsKey(TaskState.logPartition());
    }

    /** Loads tables again; those without a position need nothing for that. */
    void load(Collection<TableId> tables) {
        for (var table : tables) {
            var partition = TaskState.tablePartition(table);
            var offset = present.get(partition);
            if (offset != null) {
                changed.put(partition, TaskState.loadedAgain(offset));
            }
        }
    }

    /** Takes tables for loaded: of them only changes are sent. */
    void takeForLoaded(Collection<TableId> tables) {
        for (var table : tables) {
            var partition = TaskState.tablePartition(table);
            changed.put(partition, TaskState.takenForLoaded(present.getOrDefault(partition, Map.of())));
        }
    }

    /** The tables whose load has begun and is not over. */
    List<TableId> begun(Collection<TableId> tables) {
        var state = TaskState.of(positions());
        return tables.stream()
                .filter(table -> present.containsKey(TaskState.tablePartition(table)))
                .filter(table -> !state.isLoaded(table))
                .toList();
    }

    /** Without the record of sessions. */
    private Map<Map<String, String>, Map<String, Object>> positions() {
        var positions = new HashMap<>(present);
        positions.keySet().removeIf(partition -> partition.containsKey("task"));
        return positions;
    }

    /** Counts from 0: what Connect has are the positions of a task of that name that was deleted. */
    void countAnew() {
        var partition = TaskState.logPartition();
        var offset = present.get(partition);
        if (offset != null) {
            var anew = TaskState.countedAnew(offset);
            present.put(partition, anew);
            changed.put(partition, anew);
        }
    }

    /** Goes on from another place in the log. */
    void moveTo(BinlogCoordinate place) {
        var partition = TaskState.logPartition();
        changed.put(partition, TaskState.movedTo(place, present.getOrDefault(partition, Map.of())));
    }

    /** Whether there is something to be sent to Connect. */
    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** What is to be sent to Connect. */
    ObjectNode changes() {
        var json = Json.MAPPER.createObjectNode();
        var all = json.putArray("offsets");
        changed.forEach((partition, offset) -> {
            var each = all.addObject();
            each.set("partition", Json.MAPPER.valueToTree(partition));
            each.set("offset", Json.MAPPER.valueToTree(offset));
        });
        return json;
    }
}
