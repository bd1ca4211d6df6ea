package dev.caudal.replicate;

import dev.caudal.mysql.SourceEvent;
import org.slf4j.event.Level;

/**
 * What can happen to a task: who writes it to the log, how grave it is, when it is told, and what is to be done. The
 * reference of errors is made of these.
 */
enum TaskEvent {
    PREFLIGHT_WARNING(
            Component.METADATA_MANAGER,
            Level.WARN,
            "The source lacks something that is not essential.",
            "Change the setting of the source when you can."),
    STARTED(Component.TASK_MANAGER, Level.INFO, "A worker has started the task.", ""),
    STOPPED(Component.TASK_MANAGER, Level.INFO, "A worker has stopped the task.", ""),
    RECOVERED(Component.TASK_MANAGER, Level.INFO, "The task goes on after a server was away.", ""),
    LOAD_STARTED(Component.SOURCE_UNLOAD, Level.INFO, "The full load has started.", ""),
    LOAD_COMPLETED(
            Component.SOURCE_UNLOAD,
            Level.INFO,
            "All rows of the full load have been read; their delivery follows.",
            ""),
    TABLE_DEFINITION(
            Component.METADATA_MANAGER,
            Level.INFO,
            "A statement that may change the definition of a selected table.",
            "After a TRUNCATE, DROP or RENAME, reload the table."),
    SOURCE_LOST(
            Component.SOURCE_CAPTURE,
            Level.WARN,
            "The source does not answer; it is tried again.",
            "See to it that the source runs and can be reached; the task tries until it answers."),
    FAIL_OVER(
            Component.SOURCE_CAPTURE,
            Level.WARN,
            "Another server takes over; the text says from where to where.",
            "Look at the server that was lost; the task goes on with the other one."),
    TARGET_LOST(
            Component.TARGET_APPLY,
            Level.WARN,
            "The target does not answer; it is tried again.",
            "See to it that the target runs and can be reached; the task tries until it answers."),
    TARGET_FAILED(
            Component.TARGET_APPLY,
            Level.WARN,
            "A delivery failed, or another instance took over; it is tried again.",
            "Look at the cause; after five failures without a commit the task ends."),
    DATA_ERROR(
            Component.TARGET_APPLY,
            Level.WARN,
            "Rows of a table cannot be sent: the first, how many, and why; once in 10 s for a table.",
            "Correct the row or the settings of its table; rows that were left out come with a reload of the table."),
    TABLE_SUSPENDED(
            Component.SOURCE_UNLOAD,
            Level.ERROR,
            "A table cannot be read or sent and is left out; the others go on.",
            "Mend what the text names, then reload the table."),
    FAILED(
            Component.TASK_MANAGER,
            Level.ERROR,
            "The task has ended and needs a person.",
            "Do what the text says, then resume the task.");

    private final Component component;
    private final Level level;
    private final String meaning;
    private final String remedy;

    TaskEvent(Component component, Level level, String meaning, String remedy) {
        this.component = component;
        this.level = level;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** What an event of the source is to the task. */
    static TaskEvent of(SourceEvent event) {
        return switch (event) {
            case PREFLIGHT_WARNING -> PREFLIGHT_WARNING;
            case LOAD_STARTED -> LOAD_STARTED;
            case LOAD_COMPLETED -> LOAD_COMPLETED;
            case TABLE_DEFINITION -> TABLE_DEFINITION;
            case TABLE_SUSPENDED -> TABLE_SUSPENDED;
            case FAIL_OVER -> FAIL_OVER;
        };
    }

    /** A sentence. */
    String meaning() {
        return meaning;
    }

    Component component() {
        return component;
    }

    Level level() {
        return level;
    }

    String remedy() {
        return remedy;
    }
}
