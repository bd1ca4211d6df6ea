package dev.caudal.server.task;

import dev.caudal.core.Count;
import dev.caudal.core.TableId;
import dev.caudal.mysql.Preflight;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.mysql.SourceException;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.endpoint.Endpoints;
import dev.caudal.server.endpoint.TestReport;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Looks whether a task could run. Blocks while it asks the source and the worker. */
final class TaskCheck {
    /** Each table costs three questions to the source. */
    private static final int MOST_TABLES = 1_000;

    private static final String TABLES = "Tables are selected";
    private static final String SETTINGS = "The connector accepts its settings";

    private final Tasks tasks;
    private final TaskSettings settings;
    private final Endpoints endpoints;
    private final ConnectClient connect;

    TaskCheck(Tasks tasks, TaskSettings settings, Endpoints endpoints, ConnectClient connect) {
        this.tasks = tasks;
        this.settings = settings;
        this.endpoints = endpoints;
        this.connect = connect;
    }

    TestReport of(Task task) {
        var validation = new Validation();
        validation
                .found("endpoints", "Source and target are chosen", task::complete, TaskCheck::route)
                .ifPresent(definition -> validation
                        .found(
                                "tables",
                                TABLES,
                                () -> tasks.resolve(definition),
                                resolved -> Count.of(resolved.tables().size(), "table") + ".")
                        .ifPresent(resolved -> run(validation, definition, resolved)));
        return validation.report();
    }

    private static String route(Definition<TaskDefinition> definition) {
        return "From %s to %s."
                .formatted(definition.value().source(), definition.value().target());
    }

    private void run(Validation validation, Definition<TaskDefinition> definition, TableSelection.Resolved resolved) {
        var name = definition.name();
        resolved.missing()
                .forEach(table -> validation.warn(
                        "tables",
                        TABLES,
                        "%s is not on the source.".formatted(table),
                        "Create it. " + TableCommands.deselect(name, table) + " takes it out."));
        resolved.idle()
                .forEach(pattern -> validation.warn(
                        "tables",
                        TABLES,
                        "No table is like %s.".formatted(pattern),
                        "Wait for such a table and run the task again. " + TableCommands.deselect(name, pattern)
                                + " takes it out."));
        var selected = Set.copyOf(resolved.tables());
        definition.value().tableSettings().keySet().stream()
                .filter(table -> !selected.contains(table))
                .sorted()
                .forEach(table -> validation.warn(
                        "tables",
                        TABLES,
                        "%s has settings and is not selected.".formatted(table),
                        TableCommands.select(name, table) + " selects it, " + TableCommands.reset(name, table)
                                + " takes its settings away."));
        source(validation, definition, resolved.tables());
        var wanted = settings.of(definition, resolved.tables());
        wanted.put("name", definition.name());
        var errors = connect.validate(wanted);
        errors.forEach((setting, texts) ->
                validation.fail("settings", SETTINGS, String.join(" ", texts), "Correct " + setting + "."));
        if (errors.isEmpty()) {
            validation.pass("settings", SETTINGS, "All.");
        }
    }

    private void source(Validation validation, Definition<TaskDefinition> definition, List<TableId> tables) {
        var task = definition.value();
        var title = "The source can be replicated";
        try {
            var some = some(task, tables);
            var findings = Preflight.check(config(task, some));
            for (var finding : findings) {
                var remedy = finding.remedy()
                        + finding.unfit()
                                .map(table -> " " + TableCommands.deselect(definition.name(), table) + " does so.")
                                .orElse("");
                if (finding.severity() == Preflight.Severity.ERROR) {
                    validation.fail("source", title, finding.what(), remedy);
                } else {
                    validation.warn("source", title, finding.what(), remedy);
                }
            }
            if (findings.isEmpty()) {
                validation.pass(
                        "source",
                        title,
                        some.size() == tables.size()
                                ? "Settings, rights and tables are right."
                                : "Settings and rights are right, and the first %d tables.".formatted(some.size()));
            }
        } catch (SourceException e) {
            var refusal = SourceRefusal.of(e, "source");
            validation.fail("source", title, refusal.detail(), refusal.remedy());
        }
    }

    /** As many as can be asked for, those with settings of their own before all others. */
    private static List<TableId> some(TaskDefinition task, List<TableId> tables) {
        return tables.stream()
                .sorted(Comparator.comparing(table -> !task.tableSettings().containsKey(table)))
                .limit(MOST_TABLES)
                .toList();
    }

    private SourceConfig config(TaskDefinition task, List<TableId> tables) {
        return TaskSource.of(endpoints.address(task.source()), task, tables, task.tableSettings(tables));
    }
}
