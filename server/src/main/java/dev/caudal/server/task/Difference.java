package dev.caudal.server.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.definition.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the next run of a task would change in its connector.
 *
 * @param added tables that would be loaded
 * @param removed tables that would not be sent any more
 * @param settings the names of other settings that differ
 * @param before the connector's settings
 * @param after the settings of the next run
 */
record Difference(
        List<TableId> added,
        List<TableId> removed,
        Set<String> settings,
        Map<String, String> before,
        Map<String, String> after) {
    private static final Set<String> IGNORED = Set.of("name", TaskSettings.VERSION, TaskSettings.TABLES);

    /** Between what runs and what would. */
    static Difference of(Connector connector, Map<String, String> wanted, List<TableId> tables) {
        var deployed = TaskSettings.tables(connector);
        var names = new TreeSet<>(connector.configuration().keySet());
        names.addAll(wanted.keySet());
        names.removeAll(IGNORED);
        names.removeIf(name -> connector.setting(name).equals(wanted.getOrDefault(name, "")));
        return new Difference(
                without(tables, deployed), without(deployed, tables), names, connector.configuration(), wanted);
    }

    private static List<TableId> without(List<TableId> all, List<TableId> others) {
        var known = new HashSet<>(others);
        return all.stream().filter(table -> !known.contains(table)).sorted().toList();
    }

    /** As the API answers it. */
    ObjectNode show() {
        var json = Json.MAPPER.createObjectNode();
        var changed = json.putArray("settings");
        settings.forEach(name -> changed.addObject()
                .put("setting", name)
                .put("deployed", before.getOrDefault(name, ""))
                .put("saved", after.getOrDefault(name, "")));
        var tables = json.putObject("tables");
        var more = tables.putArray("added");
        added.forEach(table -> more.add(table.toString()));
        var less = tables.putArray("removed");
        removed.forEach(table -> less.add(table.toString()));
        return json;
    }
}
