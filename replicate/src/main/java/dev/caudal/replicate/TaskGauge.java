package dev.caudal.replicate;

/** What a running task tells by JMX and to its worker. The reference of metrics is made of these. */
enum TaskGauge {
    LOADED_ROWS("rows", "Rows of the full load that are delivered."),
    INSERTS("rows", "Delivered INSERTs."),
    UPDATES("rows", "Delivered UPDATEs."),
    DELETES("rows", "Delivered DELETEs."),
    TRANSACTIONS("transactions", "Committed Kafka transactions."),
    MILLISECONDS_SINCE_COMMIT("milliseconds", "Time since the last commit; -1 if there was none.");

    private final String unit;
    private final String meaning;

    TaskGauge(String unit, String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }

    long value(TaskMetricsMXBean task) {
        return switch (this) {
            case LOADED_ROWS -> task.getLoadedRows();
            case INSERTS -> task.getInserts();
            case UPDATES -> task.getUpdates();
            case DELETES -> task.getDeletes();
            case TRANSACTIONS -> task.getTransactions();
            case MILLISECONDS_SINCE_COMMIT -> task.getMillisecondsSinceCommit();
        };
    }

    String unit() {
        return unit;
    }

    /** A sentence. */
    String meaning() {
        return meaning;
    }
}
