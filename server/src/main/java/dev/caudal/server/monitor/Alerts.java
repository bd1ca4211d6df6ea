package dev.caudal.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which alerts stand. Each is told once when it begins and once when it is over; what passes within ten seconds is not
 * told. Safe for use by several threads.
 */
final class Alerts {

    static final String TASK_ERROR = "task-error";
    static final String LAG = "lag";
    static final String TABLE_ERROR = "table-error";

    private static final Duration PASSING = Duration.ofSeconds(10);

    private final AlertRules rules;
    private final Consumer<Alert> listener;
    private final Map<Key, Instant> noticed = new LinkedHashMap<>();
    private final Map<Key, Alert> standing = new LinkedHashMap<>();

    Alerts(AlertRules rules, Consumer<Alert> listener) {
        this.rules = rules;
        this.listener = listener;
    }

    private record Key(String task, String kind, String subject) {}

    /** Looks at a task. */
    synchronized void look(TaskReport report, List<TableReport> tables, Instant now) {
        var health = Health.of(report, now);
        boolean stopped = report.phase() == TaskPhase.STOPPED;
        boolean starting = report.phase() == TaskPhase.STARTING && !"silent".equals(health.condition());
        judge(report.task(), TASK_ERROR, "", !health.well() && !stopped && !starting, health.text(), now);
        var lag = Duration.ofMillis(Math.max(report.sourceLatencyMillis(), report.targetLatencyMillis()));
        judge(
                report.task(),
                LAG,
                "",
                !stopped && lag.compareTo(rules.lag()) > 0,
                "The task is " + lag.toSeconds() + " s behind its source.",
                now);
        endOfTables(report.task(), tables, now);
        for (var table : tables) {
            judge(
                    report.task(),
                    TABLE_ERROR,
                    table.table(),
                    table.state().equals("error"),
                    "The table " + table.table() + " is in error. " + table.reason(),
                    now);
        }
    }

    /** What is not a table of the task any more is not in error. */
    private void endOfTables(String task, List<TableReport> tables, Instant now) {
        var present = tables.stream().map(TableReport::table).collect(Collectors.toSet());
        noticed.keySet().stream()
                .filter(key -> key.task().equals(task) && key.kind().equals(TABLE_ERROR))
                .filter(key -> !present.contains(key.subject()))
                .toList()
                .forEach(key -> judge(task, TABLE_ERROR, key.subject(), false, "", now));
    }

    private void judge(String task, String kind, String subject, boolean stands, String text, Instant now) {
        var key = new Key(task, kind, subject);
        if (!stands) {
            noticed.remove(key);
            Optional.ofNullable(standing.remove(key))
                    .ifPresent(alert -> listener.accept(new Alert(task, kind, subject, false, now, alert.text())));
            return;
        }
        var since = noticed.computeIfAbsent(key, each -> now);
        if (!standing.containsKey(key) && !now.isBefore(since.plus(PASSING))) {
            var alert = new Alert(task, kind, subject, true, now, text);
            standing.put(key, alert);
            listener.accept(alert);
        }
    }

    /** A task is gone, and its alerts with it. */
    synchronized void forget(String task) {
        noticed.keySet().removeIf(key -> key.task().equals(task));
        standing.keySet().removeIf(key -> key.task().equals(task));
    }

    /** Those that stand, of all tasks. */
    synchronized List<Alert> standing() {
        return List.copyOf(standing.values());
    }
}
