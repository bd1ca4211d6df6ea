package dev.caudal.server.task;

import dev.caudal.server.connect.Connector;
import dev.caudal.server.connect.ConnectorStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a task is in its life. It is not kept anywhere: it follows from what Connect says of the connector and from the
 * task's last sign of life, so that no crash can make it wrong. docs/tasks.md has the picture of its transitions.
 */
public sealed interface TaskState {
    /** It was never run: there is no connector. */
    record Draft() implements TaskState {}

    /** It was told to run, and its servers have not answered yet. */
    record Starting() implements TaskState {}

    /** Rows are loaded. */
    record Loading() implements TaskState {}

    /** Changes are followed. */
    record Applying() implements TaskState {}

    /** All rows are loaded, and changes are not wanted. */
    record Completed() implements TaskState {}

    /**
     * It does not move, and tries again by itself.
     *
     * @param reason what it waits for
     */
    record Recovering(String reason) implements TaskState {}

    /** It was told to stop, and still works. */
    record Stopping() implements TaskState {}

    /** It does not work, and has kept its position. */
    record Stopped() implements TaskState {}

    /**
     * It has ended by itself, and needs a person.
     *
     * @param reason why
     */
    @SuppressWarnings("JavaLangClash") // the word that Replicate has for it
    record Error(String reason) implements TaskState {}

    /**
     * The state that follows from what is known.
     *
     * @param connector what was made of the task; empty while it was never run
     * @param sign what it last told since it was told to run; empty when nothing
     */
    static TaskState of(Optional<Connector> connector, Optional<Sign> sign) {
        return connector
                .map(there -> there.status().map(status -> of(status, sign)).orElseGet(Starting::new))
                .orElseGet(Draft::new);
    }

    private static TaskState of(ConnectorStatus status, Optional<Sign> sign) {
        if (status.state().equals("STOPPED") || status.state().equals("PAUSED")) {
            return status.tasks().stream().anyMatch(ConnectorStatus.RUNNING::equals) ? new Stopping() : new Stopped();
        }
        if (status.hasFailed()) {
            return new Error(status.reason().replaceFirst("^[\\w.$]+(Exception|Error): ", ""));
        }
        return status.isRunning() ? sign.map(TaskState::of).orElseGet(Starting::new) : new Starting();
    }

    private static TaskState of(Sign last) {
        return switch (last.phase()) {
            case STARTING -> new Starting();
            case LOADING -> new Loading();
            case APPLYING -> new Applying();
            case COMPLETED -> new Completed();
            case RECOVERING -> new Recovering(last.text());
        };
    }

    /**
     * The word in the API.
     *
     * @return lower case
     */
    default String text() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * Why it is so, where that needs to be said.
     *
     * @return a sentence, or empty
     */
    default String reason() {
        if (this instanceof Recovering recovering) {
            return recovering.reason();
        }
        return this instanceof Error error ? error.reason() : "";
    }

    /**
     * What may be done now.
     *
     * @return the actions, perhaps none
     */
    default Set<TaskAction> actions() {
        if (this instanceof Draft) {
            return EnumSet.of(TaskAction.RUN, TaskAction.DELETE);
        }
        if (this instanceof Stopped || this instanceof Error) {
            return EnumSet.allOf(TaskAction.class);
        }
        return this instanceof Stopping ? EnumSet.of(TaskAction.STOP) : EnumSet.of(TaskAction.STOP, TaskAction.RELOAD);
    }

    /**
     * Whether it works, or tries to.
     *
     * @return true from starting until it has stopped
     */
    default boolean isActive() {
        return !(this instanceof Draft || this instanceof Stopped || this instanceof Error);
    }
}
