package dev.caudal.replicate;

/** What a running task tells by JMX, as {@code dev.caudal:type=replication-task,task=<name>}. All counts since start. */
public interface TaskMetricsMXBean {

    /** Rows of the full load that are delivered. */
    long getLoadedRows();

    /** Delivered INSERTs. */
    long getInserts();

    /** Delivered UPDATEs. */
    long getUpdates();

    /** Delivered DELETEs. */
    long getDeletes();

    /** Committed Kafka transactions. */
    long getTransactions();

    /** Milliseconds since the last commit; -1 if there was none. */
    long getMillisecondsSinceCommit();
}
