package dev.caudal.server.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.mysql.BinlogCoordinate;
import dev.caudal.mysql.LogSearch;
import dev.caudal.mysql.SourceException;
import dev.caudal.server.ConnectClient;
import dev.caudal.server.Connector;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Names;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.Refusal.Reason;
import dev.caudal.server.endpoint.Endpoints;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tasks of a platform. Any thread may use it; what is done with one task is done one after the other, and a second
 * request meanwhile is refused.
 */
public final class Tasks {
    private final Definitions definitions;
    private final Endpoints endpoints;
    private final ConnectClient connect;
    private final TaskSettings settings;
    private final Deployment deployment;
    private final Signs signs;
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    /**
     * The tasks of a platform.
     *
     * @param definitions where they are kept
     * @param endpoints what they connect
     * @param connect runs them
     * @param workers where they run
     * @param signs knows what they tell
     */
    public Tasks(Definitions definitions, Endpoints endpoints, ConnectClient connect, Workers workers, Signs signs) {
        this.definitions = definitions;
        this.endpoints = endpoints;
        this.connect = connect;
        this.settings = new TaskSettings(endpoints, workers);
        this.deployment = new Deployment(connect);
        this.signs = signs;
    }

    /**
     * All tasks, also those that were made without the server.
     *
     * @return by name
     */
    public List<Task> all() {
        var connectors = connect.all().stream()
                .filter(TaskSettings::isTask)
                .collect(Collectors.toMap(Connector::name, Function.identity()));
        var defined = definitions.all(TaskKind.TASK).stream()
                .collect(Collectors.toMap(Definition::name, Function.identity()));
        return Stream.concat(defined.keySet().stream(), connectors.keySet().stream())
                .distinct()
                .sorted()
                .map(name ->
                        task(name, Optional.ofNullable(defined.get(name)), Optional.ofNullable(connectors.get(name))))
                .toList();
    }

    /**
     * One task.
     *
     * @param name its name
     * @return as it is now
     * @throws Refusal when there is none
     */
    public Task require(String name) {
        var definition = definitions.find(TaskKind.TASK, name);
        var connector = connect.find(name).filter(TaskSettings::isTask);
        if (definition.isEmpty() && connector.isEmpty()) {
            definitions.require(TaskKind.TASK, name);
        }
        return task(name, definition, connector);
    }

    private Task task(String name, Optional<Definition<TaskDefinition>> definition, Optional<Connector> connector) {
        var sign = signs.of(name).filter(last -> !last.time().isBefore(begun.getOrDefault(name, Instant.MIN)));
        return new Task(name, definition, connector, TaskState.of(connector, sign));
    }

    /**
     * Creates a task, which does not run.
     *
     * @param name its name, which must be free
     * @param definition what it is to do
     * @return the task
     * @throws Refusal naming the field that is wrong, or saying that the name is taken
     */
    public Task create(String name, TaskDefinition definition) {
        if (connect.find(Names.check(name)).isPresent()) {
            throw Refusal.of(
                            Reason.CONFLICT,
                            "name-taken",
                            "There is a connector '%s' already.".formatted(name),
                            "Take another name, or delete that connector.")
                    .at("name");
        }
        definitions.save(Change.create(TaskKind.TASK, name, definition));
        return require(name);
    }

    /**
     * Changes what a task is to do from its next run on.
     *
     * @param name its name
     * @param seen the version that was seen
     * @param definition all of it
     * @return the task
     * @throws Refusal naming the field that is wrong, or saying that there is another version
     */
    public Task replace(String name, long seen, TaskDefinition definition) {
        definitions.save(Change.replace(TaskKind.TASK, name, seen, definition));
        return require(name);
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
            var task = permitted(name, TaskAction.DELETE);
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
            var task = permitted(name, TaskAction.RUN);
            deploy(task, offsets -> {});
            return require(name);
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
            var task = require(name);
            if (task.state().isActive() || task.state() instanceof TaskState.Error) {
                connect.stop(name);
            }
            return require(name);
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
            var task = require(name);
            if (from.isPresent()) {
                var place = from.get();
                if (task.connector().isEmpty()) {
                    begin(task, place);
                } else {
                    moveTo(permitted(name, TaskAction.RESUME), place);
                }
                return require(name);
            }
            permitted(name, TaskAction.RESUME);
            begun.put(name, Instant.now());
            deployment.resume(name, offsets -> {});
            return require(name);
        });
    }

    /** A task that was never run and whose tables are loaded otherwise. */
    private void begin(Task task, From from) {
        var definition = complete(task);
        requireChanges(definition.value().applyChanges(), task.name());
        var place = from.in(log(definition.value().source()));
        deploy(task, offsets -> {
            offsets.takeForLoaded(resolve(definition).tables());
            offsets.moveTo(place);
        });
    }

    private void moveTo(Task task, From from) {
        var connector = task.connector().orElseThrow();
        requireChanges(Boolean.parseBoolean(connector.setting(TaskSettings.APPLY_CHANGES)), task.name());
        var source = managed(task).value().source();
        var place = from.in(log(source));
        begun.put(task.name(), Instant.now());
        deployment.resume(task.name(), offsets -> offsets.moveTo(place));
    }

    private static void requireChanges(boolean applied, String name) {
        if (!applied) {
            throw Refusal.of(
                    Reason.CONFLICT,
                    "no-changes",
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
            var task = permitted(name, TaskAction.RELOAD);
            var connector = task.connector().orElseThrow();
            if (tables.isEmpty() && task.definition().isPresent()) {
                var definition = complete(task);
                requireLoad(definition.value().fullLoad(), name);
                deploy(task, offsets -> offsets.load(resolve(definition).tables()));
            } else {
                requireLoad(Boolean.parseBoolean(connector.setting(TaskSettings.FULL_LOAD)), name);
                var chosen = chosen(connector, tables);
                begun.put(name, Instant.now());
                deployment.resume(name, offsets -> offsets.load(chosen));
            }
            return require(name);
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
                    Reason.CONFLICT,
                    "no-full-load",
                    "The task '%s' has no Full Load, so it cannot load tables again.".formatted(name),
                    "Switch Full Load on, and run it once.");
        }
    }

    /**
     * Which tables a selection means on a task's source.
     *
     * @param name the task
     * @param selection the patterns; empty: those that are saved
     * @return the tables
     * @throws Refusal when the source does not answer, or none is chosen
     */
    public TableSelection.Resolved match(String name, Optional<TableSelection> selection) {
        var definition = definitions.require(TaskKind.TASK, name).value();
        requireChosen("source", definition.source(), name);
        return match(definition.source(), selection.orElse(definition.tables()));
    }

    private TableSelection.Resolved match(String source, TableSelection selection) {
        return selection.resolve(endpoints.tables(source));
    }

    /**
     * What the next run of a task would change.
     *
     * @param name its name
     * @return settings and tables; none while it was never run
     * @throws Refusal when it is not complete, or its source does not answer where patterns need it
     */
    public ObjectNode difference(String name) {
        var task = require(name);
        var definition = complete(task);
        var json = Json.MAPPER.createObjectNode().put("version", definition.version());
        task.deployed().ifPresentOrElse(version -> json.put("deployed", version), () -> json.putNull("deployed"));
        if (task.connector().isPresent()) {
            var tables = resolve(definition).tables();
            var wanted = settings.of(definition, tables);
            json.setAll(Difference.of(task.connector().get(), wanted, tables).show());
        }
        return json;
    }

    /**
     * Looks whether a task could run: its endpoints, its tables on the source, what the source lacks, its settings.
     * Changes nothing.
     *
     * @param name its name
     * @return {@code passed} and the checks
     * @throws Refusal when there is no such task
     */
    public ObjectNode validate(String name) {
        var task = require(name);
        return new TaskCheck(this, settings, endpoints, connect).of(task);
    }

    private void deploy(Task task, Consumer<TaskOffsets> change) {
        var definition = complete(task);
        var tables = resolve(definition).tables();
        var before = task.deployed().isPresent()
                ? task.connector().map(TaskSettings::tables).orElse(List.of())
                : List.<TableId>of();
        var wanted = settings.of(definition, tables);
        begun.put(task.name(), Instant.now());
        deployment.run(task.name(), task.connector(), wanted, offsets -> {
            Deployment.fit(offsets, before, tables, definition.value().fullLoad(), () -> end(definition));
            change.accept(offsets);
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

    /** The tables of a task; a source is only asked where patterns need it, so that it may be away at a run. */
    TableSelection.Resolved resolve(Definition<TaskDefinition> definition) {
        var selection = definition.value().tables();
        var resolved = selection.isExact()
                ? selection.resolve(selection.exact())
                : match(definition.value().source(), selection);
        if (resolved.tables().isEmpty()) {
            throw Refusal.of(
                            Reason.CONFLICT,
                            "no-tables",
                            "The task '%s' selects no table of its source.".formatted(definition.name()),
                            "Select some, as in 'caudal table select --task NAME world.%'.")
                    .at("tables");
        }
        return resolved;
    }

    /** The definition of a task that can be run. */
    static Definition<TaskDefinition> complete(Task task) {
        var definition = managed(task);
        requireChosen("source", definition.value().source(), task.name());
        requireChosen("target", definition.value().target(), task.name());
        return definition;
    }

    private static void requireChosen(String role, String endpoint, String task) {
        if (endpoint.isEmpty()) {
            throw Refusal.of(
                            Reason.CONFLICT,
                            "no-" + role,
                            "The task '%s' has no %s yet.".formatted(task, role),
                            "Choose an endpoint as its %s.".formatted(role))
                    .at(role);
        }
    }

    private static Definition<TaskDefinition> managed(Task task) {
        return task.definition()
                .orElseThrow(() -> Refusal.of(
                        Reason.CONFLICT,
                        "not-managed",
                        "The task '%s' was made by Kafka Connect's own API, so it has no definition here."
                                .formatted(task.name()),
                        "Stop, resume or reload it; change it where it was made."));
    }

    private Task permitted(String name, TaskAction action) {
        var task = require(name);
        if (!task.state().actions().contains(action)) {
            throw Refusal.of(
                            Reason.CONFLICT,
                            "wrong-state",
                            "The task '%s' is %s, so it cannot %s."
                                    .formatted(name, task.state().text(), action.phrase()),
                            remedy(task.state(), action))
                    .with(
                            "current",
                            Json.MAPPER
                                    .createObjectNode()
                                    .put("state", task.state().text()));
        }
        return task;
    }

    private static String remedy(TaskState state, TaskAction action) {
        if (state instanceof TaskState.Draft) {
            return "Run it first, or resume it from a position.";
        }
        return action == TaskAction.RELOAD || state instanceof TaskState.Stopping
                ? "Wait until it has stopped."
                : "Stop it first.";
    }

    private interface Work {
        Task done();
    }

    private Task alone(String name, Work work) {
        if (busy.putIfAbsent(name, true) != null) {
            throw Refusal.of(
                    Reason.CONFLICT,
                    "task-busy",
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
