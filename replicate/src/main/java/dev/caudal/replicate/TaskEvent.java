package dev.caudal.replicate;

import java.util.Arrays;
import org.slf4j.event.Level;

/** What can happen to a task: who writes it to the log, how grave it is, and what is to be done. */
enum TaskEvent {
    STARTED(Component.TASK_MANAGER, Level.INFO, ""),
    STOPPED(Component.TASK_MANAGER, Level.INFO, ""),
    RECOVERED(Component.TASK_MANAGER, Level.INFO, ""),
    FAILED(Component.TASK_MANAGER, Level.ERROR, "Do what the text says, then resume the task."),
    PREFLIGHT_WARNING(Component.METADATA_MANAGER, Level.WARN, "Change the setting of the source when you can."),
    TABLE_DEFINITION(Component.METADATA_MANAGER, Level.INFO, "After a TRUNCATE, DROP or RENAME, reload the table."),
    TABLE_SUSPENDED(Component.SOURCE_UNLOAD, Level.ERROR, "Mend what the text names, then reload the table."),
    DATA_ERROR(
            Component.TARGET_APPLY,
            Level.WARN,
            "Correct the row or the settings of its table; rows that were left out come with a reload of the table."),
    LOAD_STARTED(Component.SOURCE_UNLOAD, Level.INFO, ""),
    LOAD_COMPLETED(Component.SOURCE_UNLOAD, Level.INFO, ""),
    SOURCE_LOST(
            Component.SOURCE_CAPTURE,
            Level.WARN,
            "See to it that the source runs and can be reached; the task tries until it answers."),
    TARGET_LOST(
            Component.TARGET_APPLY,
            Level.WARN,
            "See to it that the target runs and can be reached; the task tries until it answers."),
    TARGET_FAILED(
            Component.TARGET_APPLY,
            Level.WARN,
            "Look at the cause; after five failures without a commit the task ends.");

    private final Component component;
    private final Level level;
    private final String remedy;

    TaskEvent(Component component, Level level, String remedy) {
        this.component = component;
        this.level = level;
        this.remedy = remedy;
    }

    /** The event of a stable word. */
    static TaskEvent of(String word) {
        return Arrays.stream(values())
                .filter(event -> ConfigNames.of(event).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no event of a task."));
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
