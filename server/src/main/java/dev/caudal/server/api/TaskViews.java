package dev.caudal.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.monitor.HistoryPoint;
import dev.caudal.server.monitor.LogLine;
import dev.caudal.server.monitor.Monitor;
import dev.caudal.server.monitor.OperationCounts;
import dev.caudal.server.monitor.TableReport;
import dev.caudal.server.monitor.TaskNote;
import dev.caudal.server.monitor.TaskReport;
import java.util.List;

/** What the monitor knows, as the API has it. */
final class TaskViews {

    private final Monitor monitor;

    TaskViews(Monitor monitor) {
        this.monitor = monitor;
    }

    /** A task in a list. */
    ObjectNode line(TaskReport report) {
        var json = Json.MAPPER.createObjectNode().put("name", report.task());
        monitor.health(report.task())
                .ifPresent(health -> json.put("condition", health.condition())
                        .put("well", health.well())
                        .put("text", health.text()));
        json.put("phase", report.phase().word())
                .put("since", report.since().toString())
                .put("reported", report.time().toString());
        addChanges(json.putObject("changes"), report.applied());
        json.put("loadedRows", report.applied().loaded())
                .put("rowsPerSecond", Math.round(monitor.throughput(report.task())))
                .put("sourceLatencyMillis", report.sourceLatencyMillis())
                .put("targetLatencyMillis", report.targetLatencyMillis());
        addTables(json, monitor.tables(report.task()), monitor.throughput(report.task()));
        return json;
    }

    /** A task with all that is known of it but its single tables. */
    ObjectNode whole(TaskReport report) {
        var json = line(report);
        addChanges(json.putObject("incoming"), report.read());
        json.put("waiting", report.waiting());
        if (!report.reason().isEmpty()) {
            json.put("reason", report.reason());
        }
        report.nextTry().ifPresent(next -> json.put("attempt", report.attempt()).put("nextTry", next.toString()));
        report.committed().ifPresent(time -> json.put("committed", time.toString()));
        json.putObject("position")
                .put("read", report.readPosition())
                .put("applied", report.appliedPosition())
                .put("gtid", report.gtid());
        return json;
    }

    /** A task that has said nothing. */
    static ObjectNode unknown(String name) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("name", name)
                .put("condition", "unknown")
                .put("well", false);
        addChanges(json.putObject("changes"), OperationCounts.NONE);
        return json;
    }

    private static void addChanges(ObjectNode json, OperationCounts counts) {
        json.put("inserts", counts.inserts())
                .put("updates", counts.updates())
                .put("deletes", counts.deletes())
                .put("ddl", counts.ddl())
                .put("dataErrors", counts.dataErrors());
    }

    /** Tables by state, and how far the load of all of them is. */
    private static void addTables(ObjectNode json, List<TableReport> tables, double rowsPerSecond) {
        var states = json.putObject("tables").put("total", tables.size());
        for (var state : List.of("queued", "loading", "completed", "error")) {
            states.put(
                    state,
                    tables.stream().filter(table -> table.state().equals(state)).count());
        }
        long rows = tables.stream().mapToLong(TableReport::rows).sum();
        long estimate = tables.stream().mapToLong(TaskViews::expected).sum();
        var load = json.putObject("load")
                .put("rows", rows)
                .put("estimatedRows", estimate)
                .put("bytes", tables.stream().mapToLong(TableReport::bytes).sum());
        if (estimate > rows && rowsPerSecond >= 1) {
            load.put("secondsLeft", Math.round((estimate - rows) / rowsPerSecond));
        }
    }

    /** A load that is done has as many rows as it brought; an estimate may be lower than what came already. */
    private static long expected(TableReport table) {
        return table.state().equals("completed")
                ? table.rows()
                : Math.max(table.rows(), table.estimate().orElse(0));
    }

    static ObjectNode table(TableReport table) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("table", table.table())
                .put("state", table.state())
                .put("reason", table.reason())
                .put("since", table.since().toString())
                .put("rows", table.rows())
                .put("estimatedRows", expected(table))
                .put("bytes", table.bytes());
        table.loadMillis().ifPresent(millis -> json.put("loadMillis", millis));
        return json.put("inserts", table.inserts())
                .put("updates", table.updates())
                .put("deletes", table.deletes())
                .put("dataErrors", table.dataErrors());
    }

    static ObjectNode point(HistoryPoint point) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("time", point.time().toString())
                .put("phase", point.phase().word())
                .put("loadedRows", point.applied().loaded());
        addChanges(json.putObject("changes"), point.applied());
        addChanges(json.putObject("incoming"), point.read());
        return json.put("sourceLatencyMillis", point.sourceLatencyMillis())
                .put("targetLatencyMillis", point.targetLatencyMillis());
    }

    static ObjectNode note(TaskNote note) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", note.id())
                .put("task", note.task())
                .put("time", note.time().toString())
                .put("event", note.event())
                .put("text", note.text());
    }

    static ObjectNode line(LogLine line) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", line.id())
                .put("time", line.time().toString())
                .put("component", line.component())
                .put("level", line.level().name())
                .put("code", line.code())
                .put("text", line.text())
                .put("cause", line.cause())
                .put("remedy", line.remedy())
                .put("worker", line.worker());
    }
}
