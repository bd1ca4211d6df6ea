package dev.caudal.server.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Names;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.endpoint.Endpoints;
import dev.caudal.server.endpoint.TestReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tasks of a platform: what they are to do and how they are. {@link TaskRuns} lets them work. Any thread may use it. */
public final class Tasks {
    private final Definitions definitions;
    private final Endpoints endpoints;
    private final ConnectClient connect;
    private final TaskSettings settings;
    private final Signs signs;
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();

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
        this.signs = signs;
    }

    /**
     * All tasks, also those that were made without the server.
     *
     * @return by name
     */
    public List<Task> all() {
        var connectors = connect.all().stream()
                .filter(Workers::isTask)
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
        var connector = connect.find(name).filter(Workers::isTask);
        if (definition.isEmpty() && connector.isEmpty()) {
            definitions.require(TaskKind.TASK, name);
        }
        return task(name, definition, connector);
    }

    /** A task is about to work: what it told before says nothing any more. */
    void begins(String name) {
        begun.put(name, Instant.now());
    }

    /** What connectors of tasks have. */
    TaskSettings settings() {
        return settings;
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
                            ProblemCode.NAME_TAKEN,
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
     * Which tables a selection means on a task's source.
     *
     * @param name the task
     * @param selection the patterns; empty: those that are saved
     * @return the tables
     * @throws Refusal when the source does not answer, or none is chosen
     */
    public TableSelection.Resolved match(String name, Optional<TableSelection> selection) {
        var definition = definitions.require(TaskKind.TASK, name).value();
        Task.requireChosen("source", definition.source(), name);
        return selection.orElse(definition.tables()).resolve(endpoints.tables(definition.source()));
    }

    /**
     * What would be sent of rows that a table has now; nothing is saved.
     *
     * @param name the task, whose source is asked
     * @param request of which rows, and with what
     * @return for each whether it is sent, and with which key, topic and data
     * @throws Refusal when settings or rules do not fit the table, or the source does not answer
     */
    public ObjectNode preview(String name, PreviewRequest request) {
        var definition = definitions.require(TaskKind.TASK, name).value();
        Task.requireChosen("source", definition.source(), name);
        return new TaskPreview(endpoints.address(definition.source()), request.of(definition))
                .of(request.table(), request.settings(definition), request.rows());
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
        var definition = task.complete();
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
     * @return what was found
     * @throws Refusal when there is no such task
     */
    public TestReport validate(String name) {
        var task = require(name);
        return new TaskCheck(this, settings, endpoints, connect).of(task);
    }

    /**
     * The tables of a task as they are now: a run shall not lack one that was just made. A source is only asked where
     * patterns need it, so that it may be away at a run.
     */
    TableSelection.Resolved resolve(Definition<TaskDefinition> definition) {
        var selection = definition.value().tables();
        var resolved = selection.isExact()
                ? selection.resolve(selection.exact())
                : selection.resolve(endpoints.presentTables(definition.value().source()));
        if (resolved.tables().isEmpty()) {
            throw Refusal.of(
                            ProblemCode.NO_TABLES,
                            "The task '%s' selects no table of its source.".formatted(definition.name()),
                            "Select some, as in %s.".formatted(TableCommands.select(definition.name(), "world.%")))
                    .at("tables");
        }
        resolved.tables().stream()
                .filter(table -> !TaskSettings.canName(table))
                .findFirst()
                .ifPresent(table -> {
                    throw Refusal.of(
                                    ProblemCode.INVALID_FIELD,
                                    ("The task '%s' selects the table '%s' of the schema '%s', which the settings of a connector"
                                                    + " cannot name: commas separate tables there, the first dot ends the schema's"
                                                    + " name, and blanks before it are lost.")
                                            .formatted(definition.name(), table.name(), table.schema()),
                                    "Deselect it by a pattern with %% in place of these: %s."
                                            .formatted(TableCommands.deselect(
                                                    definition.name(), TaskSettings.aroundNames(table))))
                            .at("tables");
                });
        return resolved;
    }
}
