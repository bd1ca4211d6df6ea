package dev.caudal.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The monitor in Prometheus' text format 0.0.4. Tasks are a label; tables are not, since there may be ten thousand: their
 * number by state is given.
 */
public final class Exposition {

    /** The media type of the text. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();
    private final List<TaskReport> reports;
    private final Instant now;

    private Exposition(List<TaskReport> reports, Instant now) {
        this.reports = reports;
        this.now = now;
    }

    /**
     * All metrics of all tasks.
     *
     * @param monitor what is known
     * @param now the moment
     * @return the text
     */
    public static String of(Monitor monitor, Instant now) {
        var reports = monitor.names().stream()
                .flatMap(name -> monitor.report(name).stream())
                .toList();
        var exposition = new Exposition(reports, now);
        exposition.write(monitor);
        return exposition.text.toString();
    }

    private void write(Monitor monitor) {
        operations(MetricFamily.TASK_ROWS_TOTAL, TaskReport::applied);
        operations(MetricFamily.TASK_READ_TOTAL, TaskReport::read);
        each(MetricFamily.TASK_DATA_ERRORS_TOTAL, report ->
                (double) report.applied().dataErrors());
        each(MetricFamily.TASK_WAITING_ROWS, TaskReport::waiting);
        each(MetricFamily.TASK_SOURCE_LATENCY_SECONDS, report -> report.sourceLatencyMillis() / 1000.0);
        each(MetricFamily.TASK_TARGET_LATENCY_SECONDS, report -> report.targetLatencyMillis() / 1000.0);
        each(
                MetricFamily.TASK_REPORT_AGE_SECONDS,
                report -> Duration.between(report.time(), now).toMillis() / 1000.0);
        each(MetricFamily.TASK_UP, report -> Health.of(report, now).well() ? 1 : 0);
        head(MetricFamily.TASK_CONDITION);
        reports.forEach(report -> sample(
                MetricFamily.TASK_CONDITION,
                1,
                report.task(),
                Health.of(report, now).condition()));
        tables(monitor);
        alerts(monitor);
    }

    private void operations(MetricFamily family, Function<TaskReport, OperationCounts> counts) {
        head(family);
        for (var report : reports) {
            var of = counts.apply(report);
            new TreeMap<>(Map.of(
                            "load", of.loaded(),
                            "insert", of.inserts(),
                            "update", of.updates(),
                            "delete", of.deletes(),
                            "ddl", of.ddl()))
                    .forEach((operation, count) -> sample(family, (double) count, report.task(), operation));
        }
    }

    private void each(MetricFamily family, ToDoubleFunction<TaskReport> value) {
        head(family);
        reports.forEach(report -> sample(family, value.applyAsDouble(report), report.task()));
    }

    private void tables(Monitor monitor) {
        head(MetricFamily.TASK_TABLES);
        for (var report : reports) {
            new TreeMap<>(monitor.tables(report.task()).stream()
                            .collect(Collectors.groupingBy(TableReport::state, Collectors.counting())))
                    .forEach((state, count) -> sample(MetricFamily.TASK_TABLES, (double) count, report.task(), state));
        }
    }

    private void alerts(Monitor monitor) {
        head(MetricFamily.ALERTS);
        var counts = new TreeMap<String, Map<String, Long>>();
        monitor.alerts()
                .forEach(alert -> counts.computeIfAbsent(alert.task(), task -> new TreeMap<>())
                        .merge(alert.kind(), 1L, Long::sum));
        counts.forEach((task, kinds) ->
                kinds.forEach((kind, count) -> sample(MetricFamily.ALERTS, (double) count, task, kind)));
    }

    private void head(MetricFamily family) {
        var name = family.text();
        text.append("# HELP ").append(name).append(' ').append(family.meaning()).append('\n');
        text.append("# TYPE ")
                .append(name)
                .append(' ')
                .append(family.type().word())
                .append('\n');
    }

    private void sample(MetricFamily family, double value, String... labels) {
        text.append(family.text()).append('{');
        for (int i = 0; i < labels.length; i++) {
            text.append(i == 0 ? "" : ",").append(label(family.labels().get(i), labels[i]));
        }
        text.append("} ");
        if (value == Math.rint(value)) {
            text.append((long) value);
        } else {
            text.append(String.format(Locale.ROOT, "%.3f", value));
        }
        text.append('\n');
    }

    private static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
