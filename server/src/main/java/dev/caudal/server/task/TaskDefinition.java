package dev.caudal.server.task;

import dev.caudal.core.TableId;
import dev.caudal.replicate.TableRules;
import dev.caudal.replicate.TableSettings;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a task is to do. A draft may lack its endpoints and tables; it then cannot run yet.
 *
 * @param description for people, may be empty
 * @param source the endpoint that is read, empty while none is chosen
 * @param target the endpoint that is written to, empty while none is chosen
 * @param fullLoad whether the rows that are there are sent
 * @param applyChanges whether every change from then on is sent
 * @param tables which tables
 * @param settings settings of the replication connector by its own names, without those that come from all else
 * @param tableSettings what is otherwise for single tables, whether they are selected or not
 * @param tableRules what holds for all tables, or those of a pattern
 */
public record TaskDefinition(
        String description,
        String source,
        String target,
        boolean fullLoad,
        boolean applyChanges,
        TableSelection tables,
        Map<String, String> settings,
        Map<TableId, TableSettings> tableSettings,
        TableRules tableRules) {
    /** The only profile so far. */
    public static final String PROFILE = "unidirectional";

    /** Copies the maps. */
    public TaskDefinition {
        settings = Map.copyOf(settings);
        tableSettings = Map.copyOf(tableSettings);
    }

    /** The same with other rules. */
    TaskDefinition with(TableRules rules) {
        return new TaskDefinition(
                description, source, target, fullLoad, applyChanges, tables, settings, tableSettings, rules);
    }

    /** What is otherwise for tables among these. */
    Map<TableId, TableSettings> tableSettings(Collection<TableId> tables) {
        return tables.stream()
                .filter(tableSettings::containsKey)
                .collect(Collectors.toMap(table -> table, table -> Objects.requireNonNull(tableSettings.get(table))));
    }
}
