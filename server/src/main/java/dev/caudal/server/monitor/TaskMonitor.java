package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of one task. Safe for use by several threads. */
final class TaskMonitor {

    static final Duration RECENT = Duration.ofMinutes(15);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration RATE = Duration.ofSeconds(10);
    private static final int MINUTES = 24 * 60;
    private static final int NOTES = 500;
    private static final int LINES = 5_000;

    private final String task;
    private final History seconds = new History(SECOND, (int) RECENT.toSeconds());
    private final History minutes = new History(MINUTE, MINUTES);
    private final Map<String, TableReport> tables = new TreeMap<>();
    private final Deque<TaskNote> notes = new ArrayDeque<>();
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final Set<String> topics = new TreeSet<>();
    private Optional<TaskReport> report = Optional.empty();

    TaskMonitor(String task) {
        this.task = task;
    }

    /** Whether a report of this moment would change nothing but what a newer one replaces. */
    synchronized boolean isKnown(Instant time, Instant now) {
        return Duration.between(time, now).compareTo(RECENT) > 0 && minutes.has(time);
    }

    synchronized void statistics(JsonNode json) {
        var next = TaskReport.of(task, json);
        report = Optional.of(next);
        if (json.path("whole").asBoolean()) {
            tables.clear();
        }
        json.path("tables")
                .properties()
                .forEach(each -> tables.put(each.getKey(), TableReport.of(each.getKey(), each.getValue())));
        json.path("topics").forEach(topic -> topics.add(topic.asText()));
        var point = HistoryPoint.of(next);
        seconds.add(point);
        minutes.add(point);
    }

    synchronized void note(TaskNote note) {
        notes.add(note);
        if (notes.size() > NOTES) {
            notes.remove();
        }
    }

    synchronized void line(LogLine line) {
        lines.add(line);
        if (lines.size() > LINES) {
            lines.remove();
        }
    }

    synchronized Optional<TaskReport> report() {
        return report;
    }

    synchronized List<TableReport> tables() {
        return List.copyOf(tables.values());
    }

    synchronized Set<String> topics() {
        return Set.copyOf(topics);
    }

    synchronized List<HistoryPoint> history(HistoryWindow window, Instant now) {
        return (window == HistoryWindow.QUARTER ? seconds : minutes).points(now);
    }

    /** Rows and changes delivered per second, over the last ten seconds. */
    synchronized double throughput(Instant now) {
        var recent = seconds.points(now).stream()
                .filter(point -> Duration.between(point.time(), now).compareTo(RATE) <= 0)
                .toList();
        if (recent.size() < 2) {
            return 0;
        }
        var first = recent.get(0);
        var last = recent.get(recent.size() - 1);
        var done = last.applied().since(first.applied());
        return 1000.0
                * (done.loaded() + done.changes())
                / Math.max(1, Duration.between(first.time(), last.time()).toMillis());
    }

    synchronized List<TaskNote> notes(long after) {
        return notes.stream().filter(note -> note.id() > after).toList();
    }

    synchronized List<LogLine> log(LogQuery query) {
        var found = lines.stream().filter(query::matches).toList();
        return found.subList(Math.max(0, found.size() - query.limit()), found.size());
    }
}
