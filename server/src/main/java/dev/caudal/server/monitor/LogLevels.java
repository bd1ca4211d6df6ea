package dev.caudal.server.monitor;

import dev.caudal.server.ConnectClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which lines a task writes to its log: a level for each of its components, which are loggers of the workers. A level
 * holds in all workers, from now on and until they are started again. Any thread may use it.
 */
public final class LogLevels {

    /** The components of a task. */
    public static final List<String> COMPONENTS = List.of(
            "TASK_MANAGER", "METADATA_MANAGER", "SOURCE_UNLOAD", "SOURCE_CAPTURE", "TARGET_APPLY", "PERFORMANCE");

    private static final String PREFIX = "dev.caudal.task.";

    private final ConnectClient connect;

    /**
     * Levels of tasks.
     *
     * @param connect where they run
     */
    public LogLevels(ConnectClient connect) {
        this.connect = connect;
    }

    /**
     * The levels of a task, as the worker that is asked has them.
     *
     * @param task its name
     * @return by component
     */
    public Map<String, LogLevel> of(String task) {
        var levels = new TreeMap<String, LogLevel>();
        for (var component : COMPONENTS) {
            levels.put(
                    component,
                    connect.loggerLevel(logger(task, component))
                            .map(LogLevel::of)
                            .orElse(LogLevel.INFO));
        }
        return levels;
    }

    /**
     * Changes a level.
     *
     * @param task its name
     * @param component one of {@link #COMPONENTS}
     * @param level from now on
     */
    public void set(String task, String component, LogLevel level) {
        connect.setLoggerLevel(logger(task, component), level.name());
    }

    private static String logger(String task, String component) {
        return PREFIX + task + "." + component;
    }
}
