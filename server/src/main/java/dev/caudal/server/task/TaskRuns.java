package dev.caudal.server.task;

import dev.caudal.core.TableId;
import dev.caudal.mysql.BinlogCoordinate;
import dev.caudal.mysql.LogSearch;
import dev.caudal.mysql.SourceException;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.endpoint.Endpoints;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Lets tasks work. Any thread may use it; what is done with one task is done one after the other, and a second request
 * meanwhile is refused.
 */
public final class TaskRuns {
    private final Tasks tasks;
    private final Definitions definitions;
    private final Endpoints endpoints;
    private final ConnectClient connect;
    private final Deployment deployment;
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    /**
     * Lets the tasks of a platform work.
     *
     * @param tasks them
     * @param definitions where they are kept
     * @param endpoints what they connect
     * @param connect runs them
     */
    public TaskRuns(Tasks tasks, Definitions definitions, Endpoints endpoints, ConnectClient connect) {
        this.tasks = tasks;
        this.definitions = definitions;
        this.endpoints = endpoints;
        this.connect = connect;
        this.deployment = new Deployment(connect);
    }

    /**
     * Removes a task that does not run. What it has delivered stays; under the same name a new task loads all its tables
     * again.
     *
     * @param name its name
     * @param seen the version that was seen
     * @throws Refusal when it runs, or there is another version
     */
    public void delete(String name, long seen) {
        alone(name, () -> {
            var task = tasks.require(name).permitting(TaskAction.DELETE);
            var gone = Change.delete(TaskKind.TASK, name, seen);
            definitions.dryRun(List.of(gone));
            if (task.connector().isPresent()) {
                connect.delete(name);
            }
            definitions.save(gone);
            return task;
        });
    }

    /**
     * Makes a task as it is defined now, and lets it run from its position: tables that are new are loaded, tables that
     * are not selected any more are not sent any more.
     *
     * @param name its name
     * @return the task
     * @throws Refusal when it runs already, is not complete, or its source does not answer where patterns need it
     */
    public Task run(String name) {
        return alone(name, () -> {
            var task = tasks.require(name).permitting(TaskAction.RUN);
            deploy(task, (offsets, selected) -> {});
            return tasks.require(name);
        });
    }

    /**
     * Ends a task's work; returns before it has ended.
     *
     * @param name its name
     * @return the task
     * @throws Refusal when there is none
     */
    public Task stop(String name) {
        return alone(name, () -> {
            var task = tasks.require(name);
            if (task.state().isActive() || task.state() instanceof TaskState.Error) {
                connect.stop(name);
            }
            return tasks.require(name);
        });
    }

    /**
     * Lets a task go on as it was made.
     *
     * @param name its name
     * @param from where; empty: at its position. A task that was never run needs it, and takes its tables for loaded
     * @return the task
     * @throws Refusal when it runs, or there is no such place
     */
    public Task resume(String name, Optional<From> from) {
        return alone(name, () -> {
            var task = tasks.require(name);
            if (from.isPresent()) {
                var place = from.get();
                if (task.connector().isEmpty()) {
                    begin(task, place);
                } else {
                    moveTo(task.permitting(TaskAction.RESUME), place);
                }
                return tasks.require(name);
            }
            goOn(task.permitting(TaskAction.RESUME), offsets -> {});
            return tasks.require(name);
        });
    }

    /** A task that was never run and whose tables are loaded otherwise. */
    private void begin(Task task, From from) {
        var definition = task.complete();
        requireChanges(definition.value().applyChanges(), task.name());
        var place = from.in(log(definition.value().source()));
        deploy(task, (offsets, selected) -> {
            offsets.takeForLoaded(selected);
            offsets.moveTo(place);
        });
    }

    private void moveTo(Task task, From from) {
        var connector = task.connector().orElseThrow();
        requireChanges(Boolean.parseBoolean(connector.setting(TaskSettings.APPLY_CHANGES)), task.name());
        var source = task.managed().value().source();
        var place = from.in(log(source));
        goOn(task, offsets -> offsets.moveTo(place));
    }

    private static void requireChanges(boolean applied, String name) {
        if (!applied) {
            throw Refusal.of(
                    ProblemCode.NO_CHANGES,
                    "The task '%s' does not apply changes, so it has no place in the log.".formatted(name),
                    "Reload it, or switch Apply Changes on.");
        }
    }

    /**
     * Loads tables again, and lets the task run.
     *
     * @param name its name
     * @param tables which; empty: all, as the task is defined now
     * @return the task
     * @throws Refusal when the task has no Full Load, or a table is not among its tables
     */
    public Task reload(String name, List<TableId> tables) {
        return alone(name, () -> {
            var task = tasks.require(name).permitting(TaskAction.RELOAD);
            var connector = task.connector().orElseThrow();
            if (tables.isEmpty() && task.definition().isPresent()) {
                var definition = task.complete();
                requireLoad(definition.value().fullLoad(), name);
                deploy(task, TaskOffsets::load);
            } else {
                requireLoad(Boolean.parseBoolean(connector.setting(TaskSettings.FULL_LOAD)), name);
                var chosen = chosen(connector, tables);
                goOn(task, offsets -> offsets.load(chosen));
            }
            return tasks.require(name);
        });
    }

    private static List<TableId> chosen(Connector connector, List<TableId> tables) {
        var present = TaskSettings.tables(connector);
        var unknown = new HashSet<>(tables);
        present.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            var first = unknown.iterator().next();
            throw Refusal.invalid(
                    "tables",
                    "%s is not among the %d tables that '%s' replicates."
                            .formatted(first, present.size(), connector.name()),
                    "Select it first, then run the task: it will be loaded.");
        }
        return tables.isEmpty() ? present : tables;
    }

    private static void requireLoad(boolean loads, String name) {
        if (!loads) {
            throw Refusal.of(
                    ProblemCode.NO_FULL_LOAD,
                    "The task '%s' has no Full Load, so it cannot load tables again.".formatted(name),
                    "Switch Full Load on, and run it once.");
        }
    }

    private void deploy(Task task, BiConsumer<TaskOffsets, List<TableId>> change) {
        var definition = task.complete();
        var selected = tasks.resolve(definition).tables();
        var before = task.deployed().isPresent()
                ? task.connector().map(TaskSettings::tables).orElse(List.of())
                : List.<TableId>of();
        var wanted = tasks.settings().of(definition, selected);
        tasks.begins(task.name());
        deployment.run(task.name(), task.connector(), wanted, offsets -> {
            if (task.deployed().isEmpty()) {
                offsets.countAnew();
            }
            Deployment.fit(offsets, before, selected, definition.value().fullLoad(), () -> end(definition));
            change.accept(offsets, selected);
        });
    }

    private BinlogCoordinate end(Definition<TaskDefinition> definition) {
        try {
            return log(definition.value().source()).end();
        } catch (SourceException e) {
            throw SourceRefusal.of(e, "source");
        }
    }

    private LogSearch log(String source) {
        return new LogSearch(endpoints.address(source));
    }

    private void goOn(Task task, Consumer<TaskOffsets> change) {
        tasks.begins(task.name());
        deployment.resume(task.name(), change);
    }

    private interface Work {
        Task done();
    }

    private Task alone(String name, Work work) {
        if (busy.putIfAbsent(name, true) != null) {
            throw Refusal.of(
                    ProblemCode.TASK_BUSY,
                    "Another request is changing the task '%s' at this moment.".formatted(name),
                    "Try again in a few seconds.");
        }
        try {
            return work.done();
        } finally {
            busy.remove(name);
        }
    }
}
