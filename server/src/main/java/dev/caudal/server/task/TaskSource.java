package dev.caudal.server.task;

import dev.caudal.core.TableId;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.replicate.TableSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The source of a task for looking at it, beside the task. */
final class TaskSource {
    private TaskSource() {}

    /** The source with these tables, what is otherwise for some of them, and the rules of the task. */
    static SourceConfig of(
            SourceConfig.Address address,
            TaskDefinition task,
            Collection<TableId> tables,
            Map<TableId, TableSettings> settings) {
        var shapes = tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> task.tableRules()
                                .of(table, settings.getOrDefault(table, TableSettings.NONE))
                                .shape()));
        return SourceConfig.toLook(address, List.copyOf(tables), task.fullLoad(), task.applyChanges(), shapes);
    }
}
