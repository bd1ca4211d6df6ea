package dev.caudal.server.task;

import dev.caudal.core.TableId;
import dev.caudal.replicate.TableSettings;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.endpoint.ConnectorSettings;
import dev.caudal.server.endpoint.Endpoints;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The configuration of the connector that a task is made to. */
final class TaskSettings {
    /** The version of the definition; Connect and the connector pass it over. A connector without is not made to the end. */
    static final String VERSION = "caudal.task.version";

    static final String TABLES = "tables";
    static final String TABLE_SETTINGS = "table.settings";
    static final String TABLE_RULES = "table.rules";
    static final String FULL_LOAD = "full.load";
    static final String APPLY_CHANGES = "apply.changes";

    private final Endpoints endpoints;
    private final Workers workers;

    /** Settings of tasks that run on these workers. */
    TaskSettings(Endpoints endpoints, Workers workers) {
        this.endpoints = endpoints;
        this.workers = workers;
    }

    /** All settings of a task over these tables. */
    Map<String, String> of(Definition<TaskDefinition> definition, List<TableId> tables) {
        var task = definition.value();
        var settings = new TreeMap<>(task.settings());
        settings.putAll(workers.settings());
        settings.putAll(ConnectorSettings.of(endpoints.require(task.source())));
        settings.putAll(ConnectorSettings.of(endpoints.require(task.target())));
        settings.putAll(Map.of(
                TABLES, tables.stream().map(TableId::toString).collect(Collectors.joining(",")),
                FULL_LOAD, Boolean.toString(task.fullLoad()),
                APPLY_CHANGES, Boolean.toString(task.applyChanges()),
                VERSION, Long.toString(definition.version())));
        var single = task.tableSettings(tables);
        if (!single.isEmpty()) {
            settings.put(TABLE_SETTINGS, TableSettings.write(single).toString());
        }
        if (!task.tableRules().rules().isEmpty()) {
            settings.put(TABLE_RULES, task.tableRules().json().toString());
        }
        return settings;
    }

    /** Whether the setting can have the name of a table. */
    static boolean canName(TableId table) {
        var text = table.toString();
        return text.indexOf(',') < 0
                && table.schema().indexOf('.') < 0
                && text.strip().equals(text);
    }

    /** A pattern that means a table which has no name there. */
    static String aroundNames(TableId table) {
        return table.schema().replaceAll("[,.]|^\\s+", "%") + "." + table.name().replace(',', '%');
    }

    /** The tables that a connector replicates; none if it was not made to the end. */
    static List<TableId> tables(Connector connector) {
        return Arrays.stream(connector.setting(TABLES).split(","))
                .filter(name -> !name.isBlank())
                .map(name -> TableId.parse(name.strip()))
                .toList();
    }
}
