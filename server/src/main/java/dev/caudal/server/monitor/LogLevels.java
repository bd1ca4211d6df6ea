package dev.caudal.server.monitor;

import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Definitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which lines a task writes to its log: a level for each of its components, which are loggers of the workers. What
 * somebody has set is kept, and given to the workers again whenever the task starts, in whichever it does. Any thread may
 * use it.
 */
public final class LogLevels implements AutoCloseable {

    /** The components of a task. */
    public static final List<String> COMPONENTS = List.of(
            "TASK_MANAGER", "METADATA_MANAGER", "SOURCE_UNLOAD", "SOURCE_CAPTURE", "TARGET_APPLY", "PERFORMANCE");

    private static final Logger LOG = LoggerFactory.getLogger(LogLevels.class);
    private static final String PREFIX = "dev.caudal.task.";
    private static final String STARTED = "started";

    private final ConnectClient connect;
    private final Definitions definitions;
    private final Monitor monitor;

    /** By task the note of its start for which the workers have its levels; used by the thread that looks. */
    private final Map<String, Long> given = new HashMap<>();

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "log-levels");
        thread.setDaemon(true);
        return thread;
    });

    private LogLevels(ConnectClient connect, Definitions definitions, Monitor monitor) {
        this.connect = connect;
        this.definitions = definitions;
        this.monitor = monitor;
    }

    /**
     * Begins to look once a second whether a task has started that has levels.
     *
     * @param connect where tasks run
     * @param definitions where levels are kept, with the kind {@link TaskLogLevels#KIND}
     * @param monitor hears of starts
     * @param exists whether there is a task of a name, asked once a second; levels of one that is gone are forgotten
     * @return to be closed by the caller
     */
    public static LogLevels start(
            ConnectClient connect, Definitions definitions, Monitor monitor, Predicate<String> exists) {
        var levels = new LogLevels(connect, definitions, monitor);
        var unused = levels.looking.scheduleWithFixedDelay(() -> levels.look(exists), 1, 1, TimeUnit.SECONDS);
        return levels;
    }

    /**
     * The levels of a task.
     *
     * @param task its name
     * @return by component: what somebody has set, else as the worker that is asked has it
     */
    public Map<String, LogLevel> of(String task) {
        var kept = kept(task).levels();
        var levels = new TreeMap<String, LogLevel>();
        for (var component : COMPONENTS) {
            var level = kept.get(component);
            levels.put(
                    component,
                    level != null
                            ? level
                            : connect.loggerLevel(logger(task, component))
                                    .map(LogLevel::of)
                                    .orElse(LogLevel.INFO));
        }
        return levels;
    }

    /**
     * Changes levels, in all workers and until they are changed again.
     *
     * @param task its name
     * @param levels by component of {@link #COMPONENTS}; others stay
     */
    public void set(String task, Map<String, LogLevel> levels) {
        definitions.save(Change.put(TaskLogLevels.KIND, task, kept(task).with(levels)));
        give(task, levels);
    }

    private TaskLogLevels kept(String task) {
        return definitions.find(TaskLogLevels.KIND, task).map(Definition::value).orElse(TaskLogLevels.NONE);
    }

    private void give(String task, Map<String, LogLevel> levels) {
        levels.forEach((component, level) -> connect.setLoggerLevel(logger(task, component), level.name()));
    }

    private void look(Predicate<String> exists) {
        for (var each : definitions.all(TaskLogLevels.KIND)) {
            try {
                look(each, exists);
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("task", each.name())
                        .setCause(e)
                        .log("The levels of a task's log could not be set; they are tried again");
            }
        }
    }

    private void look(Definition<TaskLogLevels> levels, Predicate<String> exists) {
        var task = levels.name();
        if (!exists.test(task)) {
            definitions.save(Change.delete(TaskLogLevels.KIND, task, levels.version()));
            return;
        }
        long start = monitor.notes(task, given.getOrDefault(task, -1L)).stream()
                .filter(note -> note.event().equals(STARTED))
                .mapToLong(TaskNote::id)
                .max()
                .orElse(-1);
        if (start >= 0) {
            give(task, levels.value().levels());
            given.put(task, start);
        }
    }

    private static String logger(String task, String component) {
        return PREFIX + task + "." + component;
    }

    /** Ends the looking. */
    @Override
    public void close() {
        looking.shutdownNow();
    }
}
