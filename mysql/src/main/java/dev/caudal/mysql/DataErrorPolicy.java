package dev.caudal.mysql;

/** What a task does about a row that it cannot send as the table's settings want it, in Replicate's words. */
public enum DataErrorPolicy {
    /** The row is logged with the reason, and the task goes on. */
    LOG,
    /** The row is logged, and its table is suspended; the other tables go on. */
    SUSPEND,
    /** The task ends. */
    STOP
}
