package dev.caudal.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        operations(
                "caudal_task_rows_total",
                "Rows and statements delivered since the task was created.",
                TaskReport::applied);
        operations("caudal_task_read_total", "Rows and statements read since the task was created.", TaskReport::read);
        each(
                "caudal_task_data_errors_total",
                "Rows that could not be sent since the task was created.",
                "counter",
                report -> (double) report.applied().dataErrors());
        gauge("caudal_task_waiting_rows", "Rows that are read and not delivered.", TaskReport::waiting);
        gauge(
                "caudal_task_source_latency_seconds",
                "Between the last change by the source's clock and its reading; 0 at rest.",
                report -> report.sourceLatencyMillis() / 1000.0);
        gauge(
                "caudal_task_target_latency_seconds",
                "Between the last change by the source's clock and its commit; 0 at rest.",
                report -> report.targetLatencyMillis() / 1000.0);
        gauge(
                "caudal_task_report_age_seconds",
                "How long nothing was heard from the task.",
                report -> Duration.between(report.time(), now).toMillis() / 1000.0);
        gauge(
                "caudal_task_up",
                "1 where the task moves or rests, else 0.",
                report -> Health.of(report, now).well() ? 1 : 0);
        head("caudal_task_condition", "1 for the condition of the task.", "gauge");
        reports.forEach(report -> sample(
                "caudal_task_condition",
                label("task", report.task()) + ","
                        + label("condition", Health.of(report, now).condition()),
                1));
        tables(monitor);
        alerts(monitor);
    }

    private void operations(String name, String help, Function<TaskReport, OperationCounts> counts) {
        head(name, help, "counter");
        for (var report : reports) {
            var of = counts.apply(report);
            Map.of(
                            "load",
                            of.loaded(),
                            "insert",
                            of.inserts(),
                            "update",
                            of.updates(),
                            "delete",
                            of.deletes(),
                            "ddl",
                            of.ddl())
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each -> sample(
                            name,
                            label("task", report.task()) + "," + label("operation", each.getKey()),
                            each.getValue()));
        }
    }

    private void gauge(String name, String help, ToDoubleFunction<TaskReport> value) {
        each(name, help, "gauge", value);
    }

    private void each(String name, String help, String type, ToDoubleFunction<TaskReport> value) {
        head(name, help, type);
        reports.forEach(report -> sample(name, label("task", report.task()), value.applyAsDouble(report)));
    }

    private void tables(Monitor monitor) {
        var name = "caudal_task_tables";
        head(name, "Tables by the state of their load.", "gauge");
        for (var report : reports) {
            var states = new TreeMap<>(monitor.tables(report.task()).stream()
                    .collect(Collectors.groupingBy(TableReport::state, Collectors.counting())));
            states.forEach(
                    (state, count) -> sample(name, label("task", report.task()) + "," + label("state", state), count));
        }
    }

    private void alerts(Monitor monitor) {
        var name = "caudal_alerts";
        head(name, "Alerts that stand.", "gauge");
        var labels = new ArrayList<String>();
        monitor.alerts().forEach(alert -> labels.add(label("task", alert.task()) + "," + label("kind", alert.kind())));
        new TreeMap<>(labels.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .forEach((each, count) -> sample(name, each, count));
    }

    private void head(String name, String help, String type) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, String labels, double value) {
        text.append(name).append('{').append(labels).append("} ");
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
