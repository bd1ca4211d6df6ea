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

    TaskLog(String task) {
        for (Component component : Component.values()) {
            loggers.put(component, LoggerFactory.getLogger(PREFIX + task + "." + component));
        }
    }

    private Logger logger(Component component) {
        return Objects.requireNonNull(loggers.get(component));
    }

    boolean isEnabled(Component component, Level level) {
        Logger logger = logger(component);
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
