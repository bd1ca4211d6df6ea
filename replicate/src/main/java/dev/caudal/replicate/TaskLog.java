package dev.caudal.replicate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The loggers of a task, one for each component: {@code dev.caudal.task.<task>.<COMPONENT>}. Their levels are changed
 * while the task runs, as those of all loggers of a worker, by Connect's {@code /admin/loggers}. Safe for use by several
 * threads.
 */
final class TaskLog {

    static final String PREFIX = "dev.caudal.task.";

    private final Map<Component, Logger> loggers = new EnumMap<>(Component.class);
    private final Logger inherited;

    TaskLog(String task) {
        inherited = LoggerFactory.getLogger(PREFIX + task);
        for (Component component : Component.values()) {
            loggers.put(component, LoggerFactory.getLogger(PREFIX + task + "." + component));
        }
    }

    private Logger logger(Component component) {
        return Objects.requireNonNull(loggers.get(component));
    }

    /** Whether a line is wanted: by the component's level if it was set, else from INFO on, whatever the worker logs. */
    boolean isEnabled(Component component, Level level) {
        Logger logger = logger(component);
        boolean usual = isSame(logger, inherited) && level.compareTo(Level.INFO) <= 0;
        return usual || isEnabled(logger, level);
    }

    private static boolean isSame(Logger one, Logger other) {
        for (Level level : Level.values()) {
            if (isEnabled(one, level) != isEnabled(other, level)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnabled(Logger logger, Level level) {
        return switch (level) {
            case ERROR -> logger.isErrorEnabled();
            case WARN -> logger.isWarnEnabled();
            case INFO -> logger.isInfoEnabled();
            case DEBUG -> logger.isDebugEnabled();
            case TRACE -> logger.isTraceEnabled();
        };
    }

    /** To the worker's own log. */
    void write(Component component, Level level, String text) {
        Logger logger = logger(component);
        switch (level) {
            case ERROR -> logger.error(text);
            case WARN -> logger.warn(text);
            case INFO -> logger.info(text);
            case DEBUG -> logger.debug(text);
            case TRACE -> logger.trace(text);
        }
    }
}
