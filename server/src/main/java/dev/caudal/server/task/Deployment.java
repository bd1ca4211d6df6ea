package dev.caudal.server.task;

import dev.caudal.core.TableId;
import dev.caudal.mysql.BinlogCoordinate;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectRefusal;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes a task's connector, or changes it. Whatever moment a crash ends it at, doing it again does the rest: a connector
 * has the version of its definition only once its positions fit.
 */
final class Deployment {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ConnectClient connect;

    Deployment(ConnectClient connect) {
        this.connect = connect;
    }

    /**
     * Lets a task run with other settings.
     *
     * @param present its connector, empty where there is none
     * @param settings all it shall have
     * @param change what becomes of its positions beside what the tables need
     */
    void run(String task, Optional<Connector> present, Map<String, String> settings, Consumer<TaskOffsets> change) {
        try {
            if (present.isPresent()) {
                stop(task);
            } else {
                var unfinished = new TreeMap<>(settings);
                unfinished.remove(TaskSettings.VERSION);
                connect.createStopped(task, unfinished);
            }
            move(task, change);
            connect.put(task, settings);
            start(task);
        } catch (ConnectRefusal e) {
            throw refused(task, e);
        }
    }

    /** Changes positions of a task that runs or not, and lets it run. */
    void resume(String task, Consumer<TaskOffsets> change) {
        try {
            stop(task);
            move(task, change);
            start(task);
        } catch (ConnectRefusal e) {
            throw refused(task, e);
        }
    }

    private void move(String task, Consumer<TaskOffsets> change) {
        var offsets = new TaskOffsets(connect.offsets(task));
        change.accept(offsets);
        if (offsets.isChanged()) {
            connect.patchOffsets(task, offsets.changes());
        }
    }

    /** Stops a task and waits for its end: positions of one that works cannot be changed. */
    private void stop(String task) {
        connect.stop(task);
        if (!await(PATIENCE, () -> isStopped(task))) {
            throw Refusal.of(
                    ProblemCode.TASK_DOES_NOT_STOP,
                    "The task '%s' still works %d s after it was told to stop.".formatted(task, PATIENCE.toSeconds()),
                    "Look into its log and that of its worker, and try again.");
        }
    }

    /**
     * Lets a task run, and waits until Connect says so: before, it would be shown as stopped, or as failed, because Connect
     * takes a start that overtakes a change of settings for a failure of the change.
     */
    private void start(String task) {
        connect.resume(task);
        boolean unused = await(
                START,
                () -> connect.status(task)
                        .filter(status -> status.state().equals(ConnectorStatus.RUNNING))
                        .isPresent());
    }

    private boolean isStopped(String task) {
        return connect.status(task)
                .filter(status -> status.state().equals("STOPPED"))
                .filter(status -> status.tasks().isEmpty())
                .isPresent();
    }

    private static boolean await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static Refusal refused(String task, ConnectRefusal e) {
        return e.status() >= 500
                ? Refusal.of(
                        ProblemCode.CONNECT_FAILED,
                        "Kafka Connect could not change the task '%s': %s".formatted(task, e.getMessage()),
                        "Try again; the log of the server has more.")
                : Refusal.of(
                        ProblemCode.SETTINGS_REFUSED,
                        "The task '%s' cannot be made: %s".formatted(task, e.getMessage()),
                        "Correct what is named, in the task or its endpoints.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ProblemCode.INTERRUPTED, "The server stops.", "Start it again, and repeat the request.");
        }
    }

    /**
     * What the positions of tables need when a task that had {@code before} gets {@code tables}: what comes, or comes
     * back, is loaded; what was loaded halfway when Full Load was switched off counts as loaded.
     *
     * @param end asks for the end of the source's log
     */
    static void fit(
            TaskOffsets offsets,
            List<TableId> before,
            List<TableId> tables,
            boolean fullLoad,
            Supplier<BinlogCoordinate> end) {
        var known = new HashSet<>(before);
        var added = tables.stream().filter(table -> !known.contains(table)).toList();
        if (fullLoad) {
            offsets.load(added);
            return;
        }
        offsets.takeForLoaded(offsets.begun(tables));
        if (before.isEmpty() && offsets.isStarted()) {
            offsets.takeForLoaded(tables);
            offsets.moveTo(end.get());
        }
    }
}
