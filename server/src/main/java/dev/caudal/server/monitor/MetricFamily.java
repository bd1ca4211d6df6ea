package dev.caudal.server.monitor;

import java.util.List;
import java.util.Locale;

/** A metric of tasks for Prometheus. Each has the label {@code task}. The reference of metrics is made of these. */
enum MetricFamily {
    TASK_ROWS_TOTAL(Type.COUNTER, "rows", "Rows and statements delivered since the task was created.", "operation"),
    TASK_READ_TOTAL(Type.COUNTER, "rows", "Rows and statements read since the task was created.", "operation"),
    TASK_DATA_ERRORS_TOTAL(Type.COUNTER, "rows", "Rows that could not be sent since the task was created.", ""),
    TASK_WAITING_ROWS(Type.GAUGE, "rows", "Rows that are read and not delivered.", ""),
    TASK_SOURCE_LATENCY_SECONDS(
            Type.GAUGE, "seconds", "Between the last change by the source's clock and its reading; 0 at rest.", ""),
    TASK_TARGET_LATENCY_SECONDS(
            Type.GAUGE, "seconds", "Between the last change by the source's clock and its commit; 0 at rest.", ""),
    TASK_REPORT_AGE_SECONDS(Type.GAUGE, "seconds", "How long nothing was heard from the task.", ""),
    TASK_UP(Type.GAUGE, "0 or 1", "1 where the task moves or rests, else 0.", ""),
    TASK_CONDITION(Type.GAUGE, "1", "1 for the condition of the task.", "condition"),
    TASK_TABLES(Type.GAUGE, "tables", "Tables by the state of their load.", "state"),
    ALERTS(Type.GAUGE, "alerts", "Alerts that stand.", "kind");

    /** As Prometheus has them. */
    enum Type {
        COUNTER,
        GAUGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Type type;
    private final String unit;
    private final String meaning;
    private final String label;

    MetricFamily(Type type, String unit, String meaning, String label) {
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.label = label;
    }

    /** With our prefix. */
    String text() {
        return "caudal_" + name().toLowerCase(Locale.ROOT);
    }

    Type type() {
        return type;
    }

    /** Of a value. */
    String unit() {
        return unit;
    }

    /** A sentence. */
    String meaning() {
        return meaning;
    }

    /** The names of the labels of each sample, in their order. */
    List<String> labels() {
        return label.isEmpty() ? List.of("task") : List.of("task", label);
    }
}
